// Writes the types of Tallyport's API from its OpenAPI document. Decimals become a type of their own:
// what a number of this language cannot hold exactly stays as it was written.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTypescript, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const DOCUMENT = new URL('../../../../../../docs/reference/openapi.json', import.meta.url);
const TYPES = new URL('../src/api/schema.d.ts', import.meta.url);

/** Members of answers that may be absent; of the answers that are not named here, all are there. */
const MAY_BE_ABSENT = {
    Amount: ['money'],
    Comparison: ['user', 'organization', 'product', 'model', 'activity'],
    FlagRule: ['source', 'organization'],
    Recipient: ['person', 'serviceUser', 'group'],
    Violation: ['parameter', 'member'],
};
/** Answers that list themselves what is always there. */
const LISTED = new Set(['CostRow', 'Problem', 'UnpricedUsage', 'UsageRow']);

const document = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
requireMembersOfAnswers(document);
const decimal = ts.factory.createTypeReferenceNode('Decimal');
const types = await openapiTypescript(document, {
    transform: (schema) => (schema.type === 'number' ? decimal : undefined),
});
writeFileSync(TYPES, "import type { Decimal } from './decimal';\n\n" + astToString(types));

/** The document lists what is required of what is sent, and not all of what an answer always has. */
function requireMembersOfAnswers({ paths, components }) {
    const sent = namesWithin(
        Object.values(paths).flatMap((path) => Object.values(path).map(({ requestBody }) => requestBody)),
        components.schemas,
    );
    for (const [name, schema] of Object.entries(components.schemas)) {
        if (schema.properties && !LISTED.has(name) && !sent.has(name)) {
            const absent = MAY_BE_ABSENT[name] ?? [];
            schema.required = Object.keys(schema.properties).filter((member) => !absent.includes(member));
        }
    }
}

function namesWithin(node, schemas, found = new Set()) {
    for (const [key, value] of Object.entries(node ?? {})) {
        const name = key === '$ref' ? value.split('/').at(-1) : undefined;
        if (name && !found.has(name)) {
            found.add(name);
            namesWithin(schemas[name], schemas, found);
        } else if (value && typeof value === 'object') {
            namesWithin(value, schemas, found);
        }
    }
    return found;
}
