/**
 * Bundles the page into the module's resources. The output is committed, so that a build of the
 * module needs no node; `--check DIR` writes it to another folder, for the test that compares.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const RESOURCES = join(here, '../src/main/resources/io/sleddog/local/page');
const out = process.argv[2] === '--check' ? process.argv[3] : RESOURCES;

const LICENCES = { MIT: 'LICENSE', 'Apache-2.0': 'LICENSE' };

mkdirSync(join(out, 'site'), { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { app: 'src/main.js', theme: 'src/theme.js' },
  outdir: join(out, 'site'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
});
for (const file of ['index.html', 'icon.svg']) cpSync(join(here, 'src', file), join(out, 'site', file));

const packages = bundledPackages(Object.keys(metafile.inputs));
writeFileSync(join(out, 'packages.json'), `${JSON.stringify(packages.map(({ notice, ...listed }) => listed), null, 2)}\n`);
writeFileSync(join(out, 'NOTICE.txt'), packages.map(noticeText).join('\n'));

/** The packages whose files went into the bundle, with the SHA-256 of what went in. */
function bundledPackages(inputs) {
  const files = new Map();
  for (const input of inputs) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name) files.set(name, [...(files.get(name) ?? []), input]);
  }
  return [...files.keys()].sort().map((name) => packageOf(name, files.get(name).sort()));
}

function packageOf(name, inputs) {
  const folder = join(here, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(readFileSync(join(here, input)));
  return { name, version, licence: license, sha256: hash.digest('hex'), notice: readFileSync(join(folder, LICENCES[license]), 'utf8') };
}

function noticeText({ name, version, licence, notice }) {
  return `${name} ${version} (${licence})\n${'='.repeat(60)}\n${notice.trim()}\n`;
}
