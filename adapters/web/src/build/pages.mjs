// Builds the pages (`build`), or lints and tests them (`check`), as far as anything changed since.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const PAGES = here('../main/webui');
const LIBRARIES = join(PAGES, 'node_modules');
const OUTPUT = here('../../target/classes/META-INF/resources');
const DOCUMENT = here('../../../../docs/reference/openapi.json');
const DONE = here('../../target/pages');

/** Made from the document, by every step that needs it. */
const TYPES = join(PAGES, 'src/api/schema.d.ts');

const STEPS = {
    build: { commands: [['run', 'build']], result: join(OUTPUT, 'index.html') },
    check: { commands: [['run', 'check'], ['test']], result: DONE },
};

const step = STEPS[process.argv[2]];
if (!step) {
    fail(`expected one of ${Object.keys(STEPS).join(', ')}, found '${process.argv[2] ?? ''}'`);
}
const libraries = digest([join(PAGES, 'package.json'), join(PAGES, 'package-lock.json')]);
unlessDone(join(LIBRARIES, '.installed'), libraries, LIBRARIES, () =>
    npm('ci', '--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier', '--ignore-scripts'),
);
const sources = digest([...filesIn(PAGES), DOCUMENT]);
unlessDone(join(DONE, process.argv[2]), sources, step.result, () =>
    step.commands.forEach((command) => npm(...command)),
);

/** Does it unless it was done for the same input and what came of it is still there. */
function unlessDone(mark, input, result, work) {
    if (existsSync(mark) && readFileSync(mark, 'utf8') === input && existsSync(result)) {
        return;
    }
    rmSync(mark, { force: true });
    work();
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, input);
}

function npm(...command) {
    const { status, error } = spawnSync('npm', command, { cwd: PAGES, stdio: 'inherit' });
    if (error) {
        fail(
            `npm, which belongs to Node.js, could not be run (${error.message}): install it beside ${process.execPath}`,
        );
    }
    if (status !== 0) {
        fail(`'npm ${command.join(' ')}' failed in ${PAGES}`);
    }
}

/** Libraries hold programs for one platform, and are built for one version of Node.js. */
function digest(files) {
    const hash = createHash('sha256').update([process.version, process.platform, process.arch].join());
    for (const file of files.sort()) {
        hash.update(`\0${relative(PAGES, file)}\0${statSync(file).size}\0`).update(readFileSync(file));
    }
    return hash.digest('hex');
}

function filesIn(folder) {
    return readdirSync(folder, { withFileTypes: true })
        .map((entry) => ({ path: join(folder, entry.name), isFolder: entry.isDirectory() }))
        .filter(({ path }) => path !== LIBRARIES && path !== TYPES)
        .flatMap(({ path, isFolder }) => (isFolder ? filesIn(path) : [path]));
}

function fail(message) {
    console.error(message);
    process.exit(1);
}
