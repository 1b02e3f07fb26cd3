package dev.tallyport.adapter.rest.person;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whom somebody is to be a part of.
@Schema(name = "Merge", description = "Whom somebody is to be a part of")
record Merge(@Schema(required = true, examples = "7") long person) {

    private static final String PERSON = "person";

    static Merge of(byte[] sent) {
        var body = Body.of(sent, PERSON);
        var person = body.required(PERSON, Kind.ID);
        body.requireValid();
        return new Merge(person.orElseThrow());
    }
}
