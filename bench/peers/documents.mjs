// The documents that npm's libraries ask for: Cairn's own contexts, did:key, and what is given. Nothing is fetched.
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const contexts = join(dirname(fileURLToPath(import.meta.url)), '../../src/Cairn.JsonLd/Loading/Contexts');
const index = new Map(JSON.parse(readFileSync(join(contexts, 'index.json'))).map(entry => [entry.url, join(contexts, entry.file)]));
const loaded = new Map();

/** @param given {url: document}, beside the contexts and did:key. */
export const documentLoaderWith = (given = {}) => async url => {
  if (url in given) return answer(url, given[url]);
  if (url.startsWith('did:key:')) return answer(url, url.includes('#') ? methodOf(url) : didDocumentOf(url));
  if (!index.has(url)) throw new Error(`not known here: ${url}`);
  if (!loaded.has(url)) loaded.set(url, answer(url, JSON.parse(readFileSync(index.get(url)))));
  return loaded.get(url);
};

export const documentLoader = documentLoaderWith();

const answer = (url, document) => ({contextUrl: null, documentUrl: url, document});

function methodOf(id) {
  const [controller, publicKeyMultibase] = id.split('#');
  return {'@context': 'https://w3id.org/security/multikey/v1', id, type: 'Multikey', controller, publicKeyMultibase};
}

function didDocumentOf(id) {
  const {'@context': context, ...method} = methodOf(`${id}#${id.slice('did:key:'.length)}`);
  return {'@context': ['https://www.w3.org/ns/did/v1', context], id, verificationMethod: [method], assertionMethod: [method.id], authentication: [method.id]};
}
