package dev.tallyport.adapter.rest.person;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Somebody to be known.
@Schema(name = "NewPerson", description = "Somebody to be known")
record NewPerson(@Schema(required = true, examples = "Ada Lovelace") String name) {

    private static final String NAME = "name";

    static NewPerson of(byte[] sent) {
        var body = Body.of(sent, NAME);
        var name = body.required(NAME, Kind.text(200));
        body.requireValid();
        return new NewPerson(name.orElseThrow());
    }
}
