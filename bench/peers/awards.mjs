// What is signed here and there. All people, issuers and figures are made up.
export const at = '2026-06-02T00:00:00Z';
export const created = '2026-06-01T00:00:00Z';
export const listUrl = 'https://harbor.example/status/3';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

export function plain(issuer, number = 1) {
  return {
    '@context': [V2, OB],
    id: `https://harbor.example/credentials/${number}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Forklift safety',
    issuer: {id: issuer, type: ['Profile'], name: 'Harbor State University'},
    validFrom: '2026-06-01T00:00:00Z',
    validUntil: '2046-06-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:adaeze',
      type: ['AchievementSubject'],
      achievement: {
        id: `https://harbor.example/achievements/${number}`,
        type: ['Achievement'],
        name: 'Forklift safety',
        description: 'Drives a forklift safely.',
        criteria: {narrative: 'Passed the driving test.'},
      },
    },
  };
}

/** Non-ASCII text of several scripts, results, alignments, evidence, numbers that are no integers, an achievement with related achievements inside. */
export function rich(issuer) {
  const award = plain(issuer, 2);
  award.name = 'Señalización y análisis – 数据分析 – تحليل 😀';
  award.description = 'A line\nand "another" \\ one\twith a tab,  a line separator, e\u0301 that is not é, and \u{1D54F}.';
  award.issuer.name = 'Universität Größenwahn';
  award.issuer.address = {type: ['Address'], addressCountry: 'DE', addressLocality: 'Köln', geo: {type: 'GeoCoordinates', latitude: 50.9375, longitude: -6.96e-7}};
  award.evidence = [{id: 'https://harbor.example/evidence/1', type: ['Evidence'], name: 'Prüfung', narrative: 'Zwei Prüferinnen haben sie gesehen.'}];
  const {credentialSubject: subject} = award;
  subject.creditsEarned = 2.5;
  subject.identifier = [{type: 'IdentityObject', identityHash: 'ada@example.org', identityType: 'emailAddress', hashed: false}];
  subject.achievement.name = 'Señalización';
  subject.achievement.tag = ['größe', '数据', 'تحليل'];
  subject.achievement.related = [{id: 'https://harbor.example/achievements/1', type: ['Related'], inLanguage: 'es', version: '2'}];
  subject.achievement.creator = {id: issuer, type: ['Profile'], name: 'Universität Größenwahn', parentOrg: {id: 'https://harbor.example/', type: ['Profile'], name: 'Ł'}};
  subject.achievement.alignment = [{type: ['Alignment'], targetName: 'Critical thinking', targetUrl: 'https://harbor.example/skills/1', targetType: 'CFItem'}];
  subject.achievement.resultDescription = [{
    id: 'https://harbor.example/results/1', type: ['ResultDescription'], name: 'Note', resultType: 'RubricCriterionLevel',
    rubricCriterionLevel: [{id: 'https://harbor.example/levels/1', type: ['RubricCriterionLevel'], name: 'Sehr gut', level: '1', points: '15'}],
  }];
  subject.result = [{type: ['Result'], resultDescription: 'https://harbor.example/results/1', achievedLevel: 'https://harbor.example/levels/1', value: '15'}];
  return award;
}

export const withStatus = (issuer, index) => ({
  ...plain(issuer, 3),
  credentialStatus: {id: `${listUrl}#${index}`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: String(index), statusListCredential: listUrl},
});

export const endorsement = issuer => ({
  '@context': [V2, OB],
  id: 'https://harbor.example/endorsements/1',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'Endorsement by the guild',
  issuer: {id: issuer, type: ['Profile'], name: 'Guild of Drivers'},
  validFrom: '2026-06-01T00:00:00Z',
  credentialSubject: {id: 'https://harbor.example/achievements/1', type: ['EndorsementSubject'], endorsementComment: 'Our drivers come from this course – ausgezeichnet.'},
});

/** @param inside Awards that are signed already or are covered by the record's own proof. */
export const record = (issuer, inside) => ({
  '@context': [V2, CLR, OB],
  id: 'https://harbor.example/records/1',
  type: ['VerifiableCredential', 'ClrCredential'],
  name: 'Learner record',
  issuer: {id: issuer, type: ['Profile'], name: 'Harbor State University'},
  validFrom: '2026-06-01T00:00:00Z',
  credentialSubject: {id: 'did:example:adaeze', type: ['ClrSubject'], verifiableCredential: inside},
});

/** Version 1.1 of the data model. @param proofs The context that has the words of its proof. */
export const version1 = (issuer, proofs = 'https://w3id.org/security/data-integrity/v2') => {
  const {validFrom, validUntil, ...award} = rich(issuer);
  return {
    ...award,
    '@context': ['https://www.w3.org/2018/credentials/v1', OB, proofs],
    issuanceDate: validFrom,
    expirationDate: validUntil,
  };
};

/**
 * As wallets of the years before made them. Without the tab: @digitalcredentials/jsonld-signatures 12.0.1 writes it as it is (URDNA2015), @digitalbazaar's
 * and Cairn as \\t (RDFC-1.0), so the two libraries of npm do not verify each other's.
 */
export const ofWallets = issuer => {
  const award = version1(issuer, 'https://w3id.org/security/suites/ed25519-2020/v1');
  return {...award, description: award.description.replace('\t', ' ')};
};

export const presentation = (holder, inside) => ({
  '@context': [V2],
  id: 'urn:uuid:5a9c1c5e-8f0e-4d6b-9c61-1f1b7c7f0a01',
  type: ['VerifiablePresentation'],
  holder,
  verifiableCredential: inside,
});
