// The work of bench/Cairn.LinkedData, done by npm's jsonld and rdf-canonize on the same files.
//   node linked.mjs measure DIR [SECONDS]   a row for each work: operations a second of processor time
//   node linked.mjs canonize DIR            writes NAME.peer.nq beside each NAME.json: its canonical form, or the error
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import jsonld from 'jsonld';
import * as rdfCanonize from 'rdf-canonize';
import {documentLoader} from './documents.mjs';
import {measure} from './measure.mjs';

const canonizeOptions = {algorithm: 'RDFC-1.0', rdfDirection: 'i18n-datatype', documentLoader};

const [verb, folder, seconds = '2'] = process.argv.slice(2);
if (verb === 'measure') {
  for (const name of ['badge', 'record']) {
    const text = readFileSync(join(folder, name + '.json'), 'utf8');
    const toRdf = () => jsonld.toRDF(JSON.parse(text), {rdfDirection: 'i18n-datatype', safe: true, documentLoader});
    const dataset = await toRdf();
    await measure(`${name} expand + to RDF`, Number(seconds), toRdf);
    await measure(`${name} canonicalize`, Number(seconds), () => rdfCanonize.canonize(dataset, {algorithm: 'RDFC-1.0', format: 'application/n-quads'}));
    await measure(`${name} end to end`, Number(seconds), async () => rdfCanonize.canonize(await toRdf(), {algorithm: 'RDFC-1.0', format: 'application/n-quads'}));
  }
} else if (verb === 'canonize') {
  for (const file of readdirSync(folder).filter(file => file.endsWith('.json'))) {
    let text;
    try {
      text = await jsonld.canonize(JSON.parse(readFileSync(join(folder, file), 'utf8')), {...canonizeOptions, format: 'application/n-quads', safe: false});
    } catch (error) {
      text = `error ${error.details?.code ?? error.message}\n`;
    }
    writeFileSync(join(folder, file.replace(/\.json$/, '.peer.nq')), text);
  }
} else {
  console.error('measure DIR [SECONDS] | canonize DIR');
  process.exit(64);
}
