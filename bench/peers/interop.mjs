// Awards from here verified there and awards from there verified here: a table, and exit 1 when anything is not as it must be.
//   node interop.mjs run CAIRN WORK [PRESENT…]     CAIRN: the program; PRESENT: the command that signs a presentation
//   node interop.mjs record FOLDER                 writes what the peers sign, for tests without Node
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import jsonld from 'jsonld';
import * as rdfCanonize from 'rdf-canonize';
import {createCredential, createList} from '@digitalbazaar/vc-bitstring-status-list';
import * as awards from './awards.mjs';
import {Cairn} from './cairn.mjs';
import {documentLoader} from './documents.mjs';
import * as jose from './jose.mjs';
import {forCairn, holder, keys} from './keys.mjs';
import {bazaar, consortium} from './stacks.mjs';

const {at, created} = awards;
const suites = [
  ['eddsa-rdfc-2022', 'Ed25519'], ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-rdfc-2019', 'P-256'], ['ecdsa-rdfc-2019', 'P-384'], ['ecdsa-jcs-2019', 'P-256'], ['ecdsa-jcs-2019', 'P-384'],
];
const mandatoryPointers = ['/issuer', '/validFrom', '/validUntil'];
const revealed = ['/name', '/credentialSubject/achievement', '/credentialSubject/result', '/credentialSubject/creditsEarned', '/evidence'];
const question = {challenge: 'c-9f1f2d', domain: 'https://desk.example'};

// --- what is expected -------------------------------------------------------------------------------------------------------------------------

const rows = [];

/** A row of the table: what each side said, and whether that is what it must say. */
async function row(suite, peer, what, sides) {
  const said = {};
  for (const [side, {expected, ask}] of Object.entries(sides)) {
    let found;
    try {
      found = await ask();
    } catch (error) {
      found = `error: ${error.message}`;
    }
    const refused = side.endsWith(' here') ? /^invalid: /.test(found) : found !== null;
    said[side] = {good: expected === 'yes' ? found === null : refused, found};
  }
  rows.push({suite, peer, what, said});
}

const accepts = ask => ({expected: 'yes', ask});
const refuses = ask => ({expected: 'no', ask});

/** One letter of what it says is another; a token's is one of its payload. */
function changed(secured) {
  if (typeof secured === 'string') {
    const [header, payload, signature] = secured.split('.');
    return [header, Buffer.from(JSON.stringify(changed(JSON.parse(Buffer.from(payload, 'base64url'))))).toString('base64url'), signature].join('.');
  }
  const copy = structuredClone(secured);
  const member = 'name' in copy ? 'name' : 'id';
  copy[member] = copy[member].slice(0, -1) + (copy[member].endsWith('x') ? 'y' : 'x');
  return copy;
}

/** One letter of the signature is another. */
function withChangedProof(secured) {
  const copy = structuredClone(secured);
  const proof = [copy.proof].flat()[0];
  const i = Math.floor(proof.proofValue.length / 2);
  proof.proofValue = proof.proofValue.slice(0, i) + (proof.proofValue[i] === 'A' ? 'B' : 'A') + proof.proofValue.slice(i + 1);
  return copy;
}

const versionOf = name => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
const nameOf = name => `${name} ${versionOf(name)}`;

// --- what the peers sign ----------------------------------------------------------------------------------------------------------------------

const covered = issuer => ({...awards.plain(issuer, 8), '@context': undefined});
const stripped = json => JSON.parse(JSON.stringify(json));

/** Each kind of award; a record has one that is covered by its proof and one that is signed. */
function kinds(issuer, signedInside) {
  return {
    'award': awards.plain(issuer),
    'award with results, non-ASCII': awards.rich(issuer),
    'award of version 1.1': awards.version1(issuer),
    'endorsement': awards.endorsement(issuer),
    'record of three': awards.record(issuer, [stripped(covered(issuer)), awards.rich(issuer), signedInside]),
  };
}

async function listOf(stack, revoked) {
  const list = await createList({length: 131072});
  for (const index of revoked) list.setStatus(index, true);
  const credential = {...await createCredential({id: awards.listUrl, list, statusPurpose: 'revocation'}), issuer: keys.Ed25519.controller, validFrom: created};
  return stack.issue(credential, 'eddsa-rdfc-2022', keys.Ed25519, {date: created});
}

const presentThere = async stack => stack.present(
  awards.presentation(holder.controller, [await stack.issue(awards.rich(keys.Ed25519.controller), 'eddsa-rdfc-2022', keys.Ed25519, {date: created})]),
  'eddsa-rdfc-2022', holder, {date: created, ...question});

// --- the table --------------------------------------------------------------------------------------------------------------------------------

async function run(program, work, present) {
  const cairn = new Cairn([program]);
  const sign = (credential, suite, type, more = {}) => cairn.ask('sign', {credential, key: forCairn(keys[type]), suite, created, ...more});
  const here = async (credential, more = {}) => {
    const {verdict, checks} = await cairn.ask('verify', {credential, at, ...more});
    return verdict === 'valid' ? null : `${verdict}: ${checks.filter(({outcome}) => outcome === 'failed' || outcome === 'notChecked').map(({check, reason}) => `${check}: ${reason}`)[0]}`;
  };

  for (const [suite, type] of suites) {
    for (const stack of [bazaar, consortium].filter(stack => suite in stack.suites)) {
      const issuer = keys[type].controller;
      const inside = awards.plain(issuer, 9);
      const [oursInside, theirsInside] = [await sign(inside, suite, type), await stack.issue(inside, suite, keys[type], {date: created})];
      const [forUs, forThem] = [kinds(issuer, oursInside), kinds(issuer, theirsInside)];
      for (const what of Object.keys(forUs)) {
        const ours = await sign(forUs[what], suite, type);
        const theirs = await stack.issue(forThem[what], suite, keys[type], {date: created});
        await row(`${suite} ${type}`, stack.name, what, {
          'ours there': accepts(() => stack.verify(ours, {now: at})),
          'theirs here': accepts(() => here(theirs)),
          'changed there': refuses(() => stack.verify(changed(ours), {now: at})),
          'changed here': refuses(() => here(changed(theirs))),
          'changed proof there': refuses(() => stack.verify(withChangedProof(ours), {now: at})),
          'changed proof here': refuses(() => here(withChangedProof(theirs))),
        });
      }
    }
  }

  // Two proofs of one key, of which each side makes one. npm's jsonld-signatures 11.6.0 is content when one of them is good: a changed one is ours to refuse.
  const award = awards.rich(keys.Ed25519.controller);
  const two = ['eddsa-rdfc-2022', 'eddsa-jcs-2022'];
  const theirsAndOurs = await sign(await bazaar.issue(award, two[0], keys.Ed25519, {date: created}), two[1], 'Ed25519');
  const oursAndTheirs = await bazaar.issue(await sign(award, two[1], 'Ed25519'), two[0], keys.Ed25519, {date: created});
  for (const [what, both] of [['their proof, then ours', theirsAndOurs], ['our proof, then theirs', oursAndTheirs]]) {
    await row('eddsa-rdfc-2022 and eddsa-jcs-2022', bazaar.name, what, {
      'ours there': accepts(() => bazaar.verify(both, {now: at})),
      'theirs here': accepts(() => here(both)),
      'changed there': refuses(() => bazaar.verify(changed(both), {now: at})),
      'changed here': refuses(() => here(changed(both))),
      'changed proof here': refuses(() => here(withChangedProof(both))),
    });
  }

  await selective(sign, here, cairn);

  for (const stack of [bazaar, consortium]) {
    const theirs = await stack.issue(awards.ofWallets(keys.Ed25519.controller), 'Ed25519Signature2020', keys.Ed25519, {date: created});
    await row('Ed25519Signature2020', stack.name, 'award of version 1.1', {
      'theirs here': accepts(() => here(theirs)),
      'changed here': refuses(() => here(changed(theirs))),
      'changed proof here': refuses(() => here(withChangedProof(theirs))),
    });
  }

  for (const [type, algorithm] of Object.entries(jose.algorithms)) {
    // VC-JOSE is for version 2.0 alone.
    for (const [what, award] of Object.entries(kinds(keys[type].controller, awards.plain(keys[type].controller, 9))).filter(([, award]) => !('issuanceDate' in award))) {
      const ours = await sign(award, 'jwt', type, {created: undefined});
      const theirs = await jose.sign(award, keys[type], type);
      await row(`vc+jwt ${algorithm}`, 'jose', what, {
        'ours there': accepts(() => jose.verify(ours, keys[type], type)),
        'theirs here': accepts(() => here(theirs)),
        'changed there': refuses(() => jose.verify(changed(ours), keys[type], type)),
        'changed here': refuses(() => here(changed(theirs))),
      });
    }
  }

  await status(program, work, sign, here);

  for (const stack of [bazaar, consortium]) {
    const unsigned = awards.presentation(holder.controller, [await sign(awards.rich(keys.Ed25519.controller), 'eddsa-rdfc-2022', 'Ed25519')]);
    const ours = presentHere(present, work, unsigned);
    const theirs = await presentThere(stack);
    const other = {...question, challenge: 'c-of-somebody-else'};
    const elsewhere = {...question, domain: 'https://elsewhere.example'};
    await row('eddsa-rdfc-2022 Ed25519', stack.name, 'presentation', {
      'ours there': accepts(() => stack.verifyPresentation(ours, {now: at, ...question})),
      'theirs here': accepts(() => here(theirs, question)),
      'changed there': refuses(() => stack.verifyPresentation(changed(ours), {now: at, ...question})),
      'changed here': refuses(() => here(changed(theirs), question)),
    });
    await row('eddsa-rdfc-2022 Ed25519', stack.name, 'presentation, other challenge', {
      'changed there': refuses(() => stack.verifyPresentation(ours, {now: at, ...other})),
      'changed here': refuses(() => here(theirs, other)),
    });
    await row('eddsa-rdfc-2022 Ed25519', stack.name, 'presentation, other domain', {
      'changed there': refuses(() => stack.verifyPresentation(ours, {now: at, ...elsewhere})),
      'changed here': refuses(() => here(theirs, elsewhere)),
    });
  }

  await hashes(cairn);
  cairn.end();
  return print();
}

/**
 * Without the place: in the context of Open Badges 3.0 it is compacted to a name that expansion does not know, so that @digitalbazaar's library neither
 * signs nor derives an issuer with one. What is derived here it verifies.
 */
function selectable(issuer) {
  const award = awards.rich(issuer);
  delete award.issuer.address;
  return award;
}

/** ecdsa-sd-2023: whoever made the base and whoever derived, both verify what comes out, and neither takes a base for a credential. */
async function selective(sign, here, cairn) {
  const award = selectable(keys['P-256'].controller);
  const bases = {
    ours: await sign(award, 'ecdsa-sd-2023', 'P-256', {mandatoryPointers}),
    theirs: await bazaar.issue(award, 'ecdsa-sd-2023', keys['P-256'], {date: created, mandatoryPointers}),
  };
  const derive = {
    ours: credential => cairn.ask('derive', {credential, selectivePointers: revealed}),
    theirs: credential => bazaar.derive(credential, revealed),
  };
  const ofAPlace = await derive.ours(await sign(awards.rich(keys['P-256'].controller), 'ecdsa-sd-2023', 'P-256', {mandatoryPointers}));
  await row('ecdsa-sd-2023 P-256', bazaar.name, 'issuer with a place, derived by ours', {
    'ours there': accepts(() => bazaar.verify(ofAPlace, {now: at})),
    'changed there': refuses(() => bazaar.verify(changed(ofAPlace), {now: at})),
  });
  for (const [of, base] of Object.entries(bases)) {
    await row('ecdsa-sd-2023 P-256', bazaar.name, `base of ${of}`, {
      'changed there': refuses(() => bazaar.verify(base, {now: at})),
      'changed here': refuses(() => here(base)),
    });
    for (const [by, deriveFrom] of Object.entries(derive)) {
      const derived = await deriveFrom(base);
      await row('ecdsa-sd-2023 P-256', bazaar.name, `base of ${of}, derived by ${by}`, {
        'ours there': accepts(() => bazaar.verify(derived, {now: at})),
        'theirs here': accepts(() => here(derived)),
        'changed there': refuses(() => bazaar.verify(changed(derived), {now: at})),
        'changed here': refuses(() => here(changed(derived))),
        'changed proof there': refuses(() => bazaar.verify(withChangedProof(derived), {now: at})),
        'changed proof here': refuses(() => here(withChangedProof(derived))),
      });
    }
  }
}

/** Lists of either side beside awards of either side: entry 7 is revoked, entry 8 is not. */
async function status(program, work, sign, here) {
  const key = join(work, 'key.json');
  const file = join(work, 'list.json');
  writeFileSync(key, JSON.stringify(forCairn(keys.Ed25519)));
  const list = (...words) => execFileSync(program, ['status-list', ...words, '--key', key], {encoding: 'utf8'});
  writeFileSync(file, list('create', '--id', awards.listUrl, '--purpose', 'revocation'));
  const made = list('set', file, '7', 'true');
  const ours = JSON.parse(made.trim() ? made : readFileSync(file, 'utf8'));
  for (const stack of [bazaar, consortium]) {
    const theirs = await listOf(stack, [7]);
    for (const [index, verdict] of [[8, accepts], [7, refuses]]) {
      const award = awards.withStatus(keys.Ed25519.controller, index);
      const [byUs, byThem] = [await sign(award, 'eddsa-rdfc-2022', 'Ed25519'), await stack.issue(award, 'eddsa-rdfc-2022', keys.Ed25519, {date: created})];
      const columns = index === 8 ? ['ours there', 'theirs here'] : ['changed there', 'changed here'];
      // The library looks at a list by today's date, and ours is dated today.
      await row('eddsa-rdfc-2022 Ed25519', stack.name, index === 8 ? 'status list, not revoked' : 'status list, revoked', {
        [columns[0]]: verdict(() => stack.verify(byUs, {now: at, documents: {[awards.listUrl]: ours}})),
        [columns[1]]: verdict(() => here(byThem, {documents: {[awards.listUrl]: theirs}})),
      });
    }
  }
}

function presentHere(command, work, unsigned) {
  const [program, ...args] = command;
  const [key, file] = [join(work, 'holder.json'), join(work, 'presentation.json')];
  writeFileSync(key, JSON.stringify(forCairn(holder)));
  writeFileSync(file, JSON.stringify(unsigned));
  return JSON.parse(execFileSync(program, [...args, key, file, question.challenge, question.domain, created], {encoding: 'utf8'}));
}

/** The canonical form of each document has the same hash on all sides. */
async function hashes(cairn) {
  const issuer = keys.Ed25519.controller;
  const documents = {...kinds(issuer, awards.plain(issuer, 9)), 'award with status': awards.withStatus(issuer, 8), 'presentation': awards.presentation(holder.controller, [awards.rich(issuer)])};
  for (const [what, document] of Object.entries(documents)) {
    for (const [name, hash] of [['SHA-256', 'sha256'], ['SHA-384', 'sha384']]) {
      const quads = await cairn.ask('toRdf', {input: document, options: {rdfDirection: 'i18n-datatype'}});
      const ours = createHash(hash).update(await cairn.ask('canonize', {input: quads, options: {hash: name}})).digest('hex');
      const dataset = await jsonld.toRDF(document, {rdfDirection: 'i18n-datatype', safe: true, base: null, documentLoader});
      const text = await rdfCanonize.canonize(dataset, {algorithm: 'RDFC-1.0', format: 'application/n-quads', messageDigestAlgorithm: name});
      const theirs = createHash(hash).update(text).digest('hex');
      await row(`canonical hash ${name}`, 'rdf-canonize', what, {'same hash': accepts(() => (ours === theirs ? null : `${ours} here, ${theirs} there`))});
    }
  }
}

function print() {
  const columns = ['ours there', 'theirs here', 'same hash', 'changed there', 'changed here', 'changed proof there', 'changed proof here'];
  console.log(`| suite | peer | what | ${columns.join(' | ')} |`);
  console.log(`|---|---|---|${columns.map(() => '---').join('|')}|`);
  const word = (column, {good}) => (good ? (column.startsWith('changed') ? 'refused' : column === 'same hash' ? 'same' : 'verifies') : '**differs**');
  for (const {suite, peer, what, said} of rows) {
    console.log(`| ${suite} | ${peer} | ${what} | ${columns.map(column => (column in said ? word(column, said[column]) : '–')).join(' | ')} |`);
  }
  const answers = rows.flatMap(({suite, peer, what, said}) => Object.entries(said).map(([side, answer]) => ({at: `${suite}, ${peer}, ${what}, ${side}`, ...answer})));
  const wrong = answers.filter(({good}) => !good);
  console.log(`\n${answers.length - wrong.length} answers are as they must be, ${wrong.length} are not.`);
  for (const {at: where, found} of wrong) console.log(`${where}: ${found === null ? 'accepted' : found}`);
  return wrong.length === 0 ? 0 : 1;
}

// --- fixtures ---------------------------------------------------------------------------------------------------------------------------------

async function record(folder) {
  mkdirSync(folder, {recursive: true});
  const made = [];
  const write = (name, by, members) => {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({madeBy: by, ...members}, null, 2) + '\n');
    made.push(`| \`${name}.json\` | ${by} |`);
  };
  const shorts = new Map([[bazaar, 'digitalbazaar'], [consortium, 'digitalcredentials']]);
  const suitePackage = (stack, suite) => nameOf(`@${shorts.get(stack)}/${suite === 'Ed25519Signature2020' ? 'ed25519-signature-2020' : `${suite}-cryptosuite`}`);
  for (const [suite, type] of suites) {
    for (const stack of [bazaar, consortium].filter(stack => suite in stack.suites)) {
      const signed = await stack.issue(awards.rich(keys[type].controller), suite, keys[type], {date: created});
      const short = type === 'Ed25519' ? suite : `${suite}-${type.toLowerCase()}`;
      write(`${shorts.get(stack)}-${short}`, `${nameOf(stack.name)}, ${suitePackage(stack, suite)}`, {at, credential: signed});
    }
  }
  const base = await bazaar.issue(selectable(keys['P-256'].controller), 'ecdsa-sd-2023', keys['P-256'], {date: created, mandatoryPointers});
  write('digitalbazaar-ecdsa-sd-2023', `${nameOf(bazaar.name)}, ${suitePackage(bazaar, 'ecdsa-sd-2023')}`, {at, credential: await bazaar.derive(base, revealed)});
  write('digitalbazaar-ecdsa-sd-2023-base', `${nameOf(bazaar.name)}, ${suitePackage(bazaar, 'ecdsa-sd-2023')}`, {at, selectivePointers: revealed, credential: base});
  for (const stack of [bazaar, consortium]) {
    const old = await stack.issue(awards.ofWallets(keys.Ed25519.controller), 'Ed25519Signature2020', keys.Ed25519, {date: created});
    write(`${shorts.get(stack)}-ed25519signature2020`, `${nameOf(stack.name)}, ${suitePackage(stack, 'Ed25519Signature2020')}`, {at, credential: old});
    const inside = await stack.issue(awards.plain(keys.Ed25519.controller, 9), 'eddsa-rdfc-2022', keys.Ed25519, {date: created});
    const clr = await stack.issue(kinds(keys.Ed25519.controller, inside)['record of three'], 'eddsa-rdfc-2022', keys.Ed25519, {date: created});
    write(`${shorts.get(stack)}-record`, nameOf(stack.name), {at, credential: clr});
    write(`${shorts.get(stack)}-endorsement`, nameOf(stack.name), {at, credential: await stack.issue(awards.endorsement(keys.Ed25519.controller), 'eddsa-rdfc-2022', keys.Ed25519, {date: created})});
    write(`${shorts.get(stack)}-presentation`, nameOf(stack.name), {at, ...question, credential: await presentThere(stack)});
  }
  const award = await bazaar.issue(awards.withStatus(keys.Ed25519.controller, 8), 'eddsa-rdfc-2022', keys.Ed25519, {date: created});
  const revoked = await bazaar.issue(awards.withStatus(keys.Ed25519.controller, 7), 'eddsa-rdfc-2022', keys.Ed25519, {date: created});
  const documents = {[awards.listUrl]: await listOf(bazaar, [7])};
  const listMaker = `${nameOf(bazaar.name)}, ${nameOf('@digitalbazaar/vc-bitstring-status-list')}`;
  write('digitalbazaar-status-list', listMaker, {at, documents, credential: award});
  write('digitalbazaar-status-list-revoked', listMaker, {at, documents, revoked: true, credential: revoked});
  for (const [type, algorithm] of Object.entries(jose.algorithms)) {
    write(`jose-${algorithm.toLowerCase()}`, nameOf('jose'), {at, credential: await jose.sign(awards.rich(keys[type].controller), keys[type], type)});
  }
  writeFileSync(join(folder, 'README.md'), `# Signed by others

What libraries of npm signed, with the fixed keys of \`bench/peers/keys.mjs\` and dated ${created}; all people and issuers are made up. \`bench/peers/record\`
makes the files again (signatures with ECDSA are never twice the same). \`SignedByOthersTests\` verifies each.

| file | made by |
|---|---|
${made.join('\n')}
`);
}

const [verb, ...words] = process.argv.slice(2);
if (verb === 'run') {
  process.exitCode = await run(words[0], words[1], words.slice(2));
} else if (verb === 'record') {
  await record(words[0]);
} else {
  console.error('run CAIRN WORK PRESENT… | record FOLDER');
  process.exit(64);
}
