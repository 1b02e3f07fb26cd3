/* Signing in, and what is one's own. */

const byId = (id) => document.getElementById(id);
let csrfToken = null;

async function ask(method, path, body) {
    const headers = {Accept: 'application/json'};
    if (body !== undefined) {
        headers['Content-Type'] = 'application/json';
    }
    if (csrfToken) {
        headers['X-CSRF-Token'] = csrfToken;
    }
    const answer = await fetch(`api/v1/${path}`, {
        method, headers, body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return {status: answer.status, ok: answer.ok, body: text ? JSON.parse(text) : null};
}

function say(text, wrong = false) {
    byId('message').textContent = text;
    byId('message').classList.toggle('wrong', wrong);
}

const problem = (answer) => {
    const violation = answer.body?.violations?.[0];
    return violation ? `Expected ${violation.expected}.` : (answer.body?.detail ?? `The answer was ${answer.status}.`);
};

function show(id) {
    for (const section of ['sign-in', 'reset', 'signed-in']) {
        byId(section).hidden = section !== id;
    }
}

function onSubmit(id, submit) {
    const form = document.querySelector(`#${id} form`);
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        const button = form.querySelector('button');
        button.disabled = true;
        try {
            await submit(Object.fromEntries(new FormData(form)));
        } finally {
            button.disabled = false;
            form.querySelectorAll('[type=password]').forEach((input) => { input.value = ''; });
        }
    });
}

function list(id, items, none) {
    byId(id).replaceChildren(...(items.length ? items : [none]).map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
    }));
}

const scopeOf = (grant) => grant.scope?.organization ? `in ${grant.scope.organization} of ${grant.scope.source}` : 'for the enterprise';

async function showAnalytics() {
    const section = byId('analytics');
    const table = section.querySelector('table');
    const answer = await ask('GET', 'me/usage?groupBy=day,product');
    section.hidden = answer.status === 404;
    table.hidden = !answer.ok || answer.body.rows.length === 0;
    if (answer.status === 403) {
        byId('analytics-note').textContent =
            'Personal analytics are switched on, but you lack the permission ViewPersonalAnalytics. Ask an admin for a role that holds it.';
        return;
    }
    if (!answer.ok) {
        byId('analytics-note').textContent = problem(answer);
        return;
    }
    const {rows, total, window} = answer.body;
    byId('analytics-note').textContent = rows.length ? '' : 'No usage of yours is known in the current billing cycle.';
    table.querySelector('caption').textContent =
        `My consumption from ${window.from} until before ${window.to}, across all organizations, by the vendor's own days`;
    table.querySelector('tbody').replaceChildren(...rows.map((row) => {
        const line = document.createElement('tr');
        [row.day, row.product ?? '–', String(row.quantity)].forEach((text, index) => {
            const cell = line.insertCell();
            cell.textContent = text;
            cell.className = index === 2 ? 'number' : '';
        });
        return line;
    }));
    table.querySelector('tfoot td').textContent = total ? String(total.quantity) : 'unknown';
}

async function showWhoIAm() {
    const session = await ask('GET', 'session');
    if (!session.ok) {
        byId('who').textContent = '';
        byId('sign-out').hidden = true;
        show('sign-in');
        const ways = await ask('GET', 'session/ways');
        document.querySelector('#sign-in form').hidden = !ways.body?.password;
        byId('provider').hidden = !ways.body?.provider;
        return;
    }
    csrfToken = session.body.csrfToken;
    const me = (await ask('GET', 'me')).body;
    byId('who').textContent = me.name;
    byId('sign-out').hidden = false;
    byId('sign-out').dataset.local = session.body.local;
    byId('password').hidden = !session.body.local;
    list('links', me.linkedTo.map((link) => `${link.user} at ${link.source}`),
        'Nothing yet. Usage counts as yours once a vendor knows you by a verified address, or an admin links you.');
    list('rights', me.permissions.map((grant) => `${grant.permission} ${scopeOf(grant)}`), 'Nothing beyond this page.');
    show('signed-in');
    await showAnalytics();
}

onSubmit('sign-in', async ({login, password}) => {
    const answer = await ask('POST', 'session', {login, password});
    say(answer.ok ? '' : problem(answer), !answer.ok);
    await showWhoIAm();
});

onSubmit('reset', async ({password}) => {
    const token = location.hash.slice('#reset-password='.length);
    const answer = await ask('POST', 'password-reset', {token, password});
    say(answer.ok ? 'The password is set. Sign in with it.' : problem(answer), !answer.ok);
    if (answer.ok) {
        history.replaceState(null, '', location.pathname);
        await showWhoIAm();
    }
});

onSubmit('password', async ({current, password}) => {
    const answer = await ask('PUT', 'session/password', {current, password});
    say(answer.ok ? 'The password is changed; all other sessions have ended.' : problem(answer), !answer.ok);
});

byId('sign-out').addEventListener('click', async () => {
    if (byId('sign-out').dataset.local === 'true') {
        await ask('DELETE', 'session');
        csrfToken = null;
        await showWhoIAm();
    } else {
        const answer = await fetch('sign-out', {method: 'POST', headers: {'X-CSRF-Token': csrfToken}});
        location.assign((await answer.json()).location ?? '.');
    }
});

const failed = new URLSearchParams(location.search).get('sign-in');
if (failed) {
    say(failed === 'unavailable' ? 'The identity provider cannot be reached. Try again in a while.' : 'Signing in through the identity provider failed.', true);
    history.replaceState(null, '', location.pathname + location.hash);
}
if (location.hash.startsWith('#reset-password=')) {
    show('reset');
} else {
    await showWhoIAm();
}
