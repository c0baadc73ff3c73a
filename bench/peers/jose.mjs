// VC-JOSE by npm's jose: compact JSON Web Signatures over credentials.
import {createPublicKey} from 'node:crypto';
import {CompactSign, compactVerify, importJWK} from 'jose';
import * as base58 from 'base58-universal';
import {toJwk as ecdsaJwk} from '@digitalbazaar/ecdsa-multikey';
import {forPeers} from './keys.mjs';

export const algorithms = {'Ed25519': 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384'};

async function jwkOf(key) {
  if (!key.seed) return ecdsaJwk({keyPair: await forPeers(key), secretKey: true});
  const x = Buffer.from(base58.decode(key.publicKeyMultibase.slice(1))).subarray(2).toString('base64url');
  return {kty: 'OKP', crv: 'Ed25519', x, d: key.seed.toString('base64url')};
}

export async function sign(credential, key, type) {
  const {kty, crv, x, y, d} = await jwkOf(key);
  const secret = await importJWK(y ? {kty, crv, x, y, d} : {kty, crv, x, d}, algorithms[type]);
  return new CompactSign(Buffer.from(JSON.stringify(credential)))
    .setProtectedHeader({alg: algorithms[type], typ: 'vc+jwt', cty: 'vc', kid: key.id}).sign(secret);
}

/** null when the signature is that of the key and the header says what it must, else why not. */
export async function verify(token, key, type) {
  try {
    const {kty, crv, x, y} = await jwkOf(key);
    const known = createPublicKey({key: y ? {kty, crv, x, y} : {kty, crv, x}, format: 'jwk'});
    const {protectedHeader} = await compactVerify(token, known, {algorithms: [algorithms[type]]});
    return protectedHeader.typ === 'vc+jwt' && protectedHeader.cty === 'vc' && protectedHeader.kid === key.id ? null : `the header is ${JSON.stringify(protectedHeader)}`;
  } catch (error) {
    return error.message;
  }
}
