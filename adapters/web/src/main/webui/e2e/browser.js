// Prints where there is a Chromium or Chrome that starts, and brings one where there is none: CHROME_BIN, the
// PATH, the usual places; for root on Debian, its package; at last the one in an npm package.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/usr/lib/chromium',
    '/opt/google/chrome',
    '/snap/bin',
].flatMap((folder) => NAMES.map((name) => join(folder, name)));
const APPLICATIONS = [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const UNPACKED = fileURLToPath(new URL('../../../../target/chromium', import.meta.url));
const ADVICE =
    'Install one, for example with "sudo apt-get install chromium", or say with CHROME_BIN where it is.';

const found = process.env.CHROME_BIN
    ? given(process.env.CHROME_BIN)
    : (present() ?? fromDebian() ?? (await fromNpm()));
if (!found) {
    fail(
        `The tests in a browser need Chromium or Chrome; there is none, and none could be brought. ${ADVICE}`,
    );
}
console.log(found);

function given(path) {
    return starts(path)
        ? path
        : fail(`CHROME_BIN is ${path}, which does not start as Chromium or Chrome. ${ADVICE}`);
}

function present() {
    return [...PLACES, ...APPLICATIONS].find(starts);
}

function starts(path) {
    try {
        return /Chrom/.test(execFileSync(path, ['--version'], { timeout: 60_000, stdio: 'pipe' }).toString());
    } catch {
        return false;
    }
}

function fromDebian() {
    if (process.getuid?.() !== 0) {
        return undefined;
    }
    try {
        const options = {
            timeout: 600_000,
            stdio: ['ignore', 2, 2],
            env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        };
        execFileSync('apt-get', ['update'], options);
        execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
    } catch (failure) {
        console.error(`chromium could not be installed: ${failure.message}`);
    }
    return present();
}

/** It is made for a system without a browser's libraries and fonts, and brings both; only that system has its places. */
async function fromNpm() {
    mkdirSync(UNPACKED, { recursive: true });
    process.env.TMPDIR = UNPACKED;
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
    try {
        const { default: chromium } = await import('@sparticuz/chromium');
        const program = await chromium.executablePath();
        const fonts = join(UNPACKED, 'fonts.conf');
        writeFileSync(
            fonts,
            `<fontconfig><dir>${join(UNPACKED, 'fonts')}</dir><cachedir>${join(UNPACKED, 'cache')}</cachedir></fontconfig>\n`,
        );
        const start = join(UNPACKED, 'start');
        writeFileSync(
            start,
            `#!/bin/sh\nFONTCONFIG_FILE='${fonts}' LD_LIBRARY_PATH='${join(UNPACKED, 'al2023/lib')}' exec '${program}' --no-zygote "$@"\n`,
            { mode: 0o755 },
        );
        return starts(start) ? start : undefined;
    } catch (failure) {
        console.error(`the npm package @sparticuz/chromium could not be unpacked: ${failure.message}`);
        return undefined;
    }
}

function fail(message) {
    console.error(message);
    process.exit(1);
}
