// Two stacks of npm that sign and verify, behind the same few functions.
import * as bazaarVc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite as eddsaRdfc2022} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as eddsaJcs2022 from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {cryptosuite as ecdsaRdfc2019} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ecdsaJcs2019 from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as ecdsaSd2023 from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import {Ed25519Signature2020} from '@digitalbazaar/ed25519-signature-2020';
import {Ed25519VerificationKey2020} from '@digitalbazaar/ed25519-verification-key-2020';
import * as consortiumVc from '@digitalcredentials/vc';
import {DataIntegrityProof as ConsortiumProof} from '@digitalcredentials/data-integrity';
import {cryptosuite as consortiumRdfc2022} from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import {Ed25519Signature2020 as ConsortiumSignature2020} from '@digitalcredentials/ed25519-signature-2020';
import {Ed25519VerificationKey2020 as ConsortiumKey2020} from '@digitalcredentials/ed25519-verification-key-2020';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {documentLoaderWith} from './documents.mjs';
import {forPeers} from './keys.mjs';

const both = cryptosuite => ({sign: () => cryptosuite, verify: () => cryptosuite});
const split = module => ({sign: () => module.createSignCryptosuite(), verify: () => module.createVerifyCryptosuite()});

/** A stack: what it is called, its suites, and `vc`, its library of credentials. */
class Stack {
  constructor(name, vc, Proof, suites, Signature2020, Key2020) {
    Object.assign(this, {name, vc, Proof, suites, Signature2020, Key2020});
  }

  async signer(suite, key, {date, mandatoryPointers} = {}) {
    if (suite === 'Ed25519Signature2020') {
      return new this.Signature2020({key: await this.Key2020.generate({seed: key.seed, id: key.id, controller: key.controller}), date});
    }
    const signer = (await forPeers(key)).signer();
    const cryptosuite = suite === 'ecdsa-sd-2023' ? ecdsaSd2023.createSignCryptosuite({mandatoryPointers}) : this.suites[suite].sign();
    return new this.Proof({signer, cryptosuite, date});
  }

  /** Suites for every proof that the stack verifies. */
  verifiers() {
    return [...Object.values(this.suites).map(suite => new this.Proof({cryptosuite: suite.verify()})), new this.Signature2020()];
  }

  async issue(credential, suite, key, options = {}) {
    return this.vc.issue({credential: structuredClone(credential), suite: await this.signer(suite, key, options), documentLoader: documentLoaderWith(), now: options.date});
  }

  derive(credential, selectivePointers) {
    const suite = new this.Proof({cryptosuite: ecdsaSd2023.createDiscloseCryptosuite({selectivePointers})});
    return this.vc.derive({verifiableCredential: structuredClone(credential), suite, documentLoader: documentLoaderWith()});
  }

  /** null when it is valid, else why not. */
  async verify(credential, {now, documents} = {}) {
    const options = {credential: structuredClone(credential), suite: this.verifiers(), documentLoader: documentLoaderWith(documents), now, checkStatus: statusOf};
    return whyNot(await this.vc.verifyCredential(options));
  }

  async present(presentation, suite, key, {date, challenge, domain}) {
    return this.vc.signPresentation({presentation: structuredClone(presentation), suite: await this.signer(suite, key, {date}), challenge, domain, documentLoader: documentLoaderWith()});
  }

  async verifyPresentation(presentation, {now, challenge, domain}) {
    const options = {presentation: structuredClone(presentation), suite: this.verifiers(), challenge, domain, documentLoader: documentLoaderWith(), now, checkStatus: statusOf};
    return whyNot(await this.vc.verify(options));
  }
}

/** The library says what stands in the list; whether that is bad is for its caller to say. */
async function statusOf(options) {
  const result = await checkStatus({...options, suite: options.suite});
  return result.verified && result.results.some(({status}) => status) ? {verified: false, error: new Error('revoked')} : result;
}

function whyNot(result) {
  if (result.verified) return null;
  const errors = [result.error, result.statusResult?.error, ...(result.credentialResults ?? []).map(inside => inside.error)].filter(Boolean);
  return errors.flatMap(error => error.errors ?? [error]).map(error => error.message).join('; ') || 'not verified';
}

export const bazaar = new Stack('@digitalbazaar/vc', bazaarVc, DataIntegrityProof, {
  'eddsa-rdfc-2022': both(eddsaRdfc2022),
  'eddsa-jcs-2022': split(eddsaJcs2022),
  'ecdsa-rdfc-2019': both(ecdsaRdfc2019),
  'ecdsa-jcs-2019': split(ecdsaJcs2019),
  'ecdsa-sd-2023': split(ecdsaSd2023),
}, Ed25519Signature2020, Ed25519VerificationKey2020);

export const consortium = new Stack('@digitalcredentials/vc', consortiumVc, ConsortiumProof, {
  'eddsa-rdfc-2022': both(consortiumRdfc2022),
}, ConsortiumSignature2020, ConsortiumKey2020);
