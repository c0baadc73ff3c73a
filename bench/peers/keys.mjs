// Fixed keys as Multikey with did:key, for Cairn and for npm's libraries alike. They are published, and sign nothing but tests.
import {createECDH, createPrivateKey, createPublicKey} from 'node:crypto';
import * as base58 from 'base58-universal';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';

const multibase = (...parts) => 'z' + base58.encode(Buffer.concat(parts.map(part => Buffer.from(part))));

function multikey(publicKeyMultibase, secretKeyMultibase) {
  const controller = `did:key:${publicKeyMultibase}`;
  return {'@context': 'https://w3id.org/security/multikey/v1', id: `${controller}#${publicKeyMultibase}`, type: 'Multikey', controller, publicKeyMultibase, secretKeyMultibase};
}

function ed25519(seed) {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const publicKey = createPublicKey(createPrivateKey({key: pkcs8, format: 'der', type: 'pkcs8'})).export({format: 'der', type: 'spki'}).subarray(-32);
  return {...multikey(multibase([0xed, 0x01], publicKey), multibase([0x80, 0x26], seed)), seed};
}

function ecdsa(curve, publicHeader, secretHeader, secret) {
  const pair = createECDH(curve);
  pair.setPrivateKey(secret);
  return multikey(multibase(publicHeader, pair.getPublicKey(null, 'compressed')), multibase(secretHeader, secret));
}

export const keys = {
  'Ed25519': ed25519(Buffer.alloc(32, 21)),
  'P-256': ecdsa('prime256v1', [0x80, 0x24], [0x86, 0x26], Buffer.alloc(32, 22)),
  'P-384': ecdsa('secp384r1', [0x81, 0x24], [0x87, 0x26], Buffer.alloc(48, 23)),
};

/** The holder of presentations. */
export const holder = ed25519(Buffer.alloc(32, 24));

/** A key as Cairn takes it. */
export const forCairn = ({seed, ...key}) => key;

/** A key as npm's libraries take it. */
export const forPeers = ({seed, ...key}) => seed
  ? Ed25519Multikey.generate({seed, id: key.id, controller: key.controller})
  : EcdsaMultikey.from(key);
