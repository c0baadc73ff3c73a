// Issuing and verifying whole credentials with the libraries of npm, from text to text and from text to a verdict:
//   node credentials.mjs PEER DIR [SECONDS]     PEER: digitalbazaar | digitalcredentials; a row for each work
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {at, created} from './awards.mjs';
import {documentLoader} from './documents.mjs';
import {keys} from './keys.mjs';
import {measure} from './measure.mjs';
import {bazaar, consortium} from './stacks.mjs';

const [peer, folder, seconds = '2'] = process.argv.slice(2);
const stack = {digitalbazaar: bazaar, digitalcredentials: consortium}[peer];
const key = keys.Ed25519;
const signer = await stack.signer('eddsa-rdfc-2022', key, {date: created});
const suite = stack.verifiers();
// As with Cairn's row, no list is looked at.
const checkStatus = async () => ({verified: true});
for (const name of ['badge', 'record']) {
  const sample = JSON.parse(readFileSync(join(folder, name + '.json'), 'utf8'));
  sample.issuer.id = key.controller;
  const text = JSON.stringify(sample);
  const issue = async () => JSON.stringify(await stack.vc.issue({credential: JSON.parse(text), suite: signer, documentLoader, now: created}));
  const signed = await issue();
  const verify = () => stack.vc.verifyCredential({credential: JSON.parse(signed), suite, documentLoader, now: at, checkStatus});
  const {verified, error} = await verify();
  if (!verified) throw error;
  await measure(`${name} issue`, Number(seconds), issue);
  await measure(`${name} verify`, Number(seconds), verify);
}
