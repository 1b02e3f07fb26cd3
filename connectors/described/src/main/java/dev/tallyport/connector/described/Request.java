package dev.tallyport.connector.described;

import dev.tallyport.connector.spi.Setting;
import java.util.List;

/// One kind of request, made for one window after the other.
///
/// @param id how notes call it
/// @param path what follows the address, percent-encoded
/// @param cuts the ids of the cuts that its answers fill, of which `parts` are no totals
record Request(
        String id,
        String path,
        List<Parameter> query,
        WindowForm window,
        Paging paging,
        List<Records> records,
        List<Warning> warnings,
        List<String> cuts,
        List<String> parts) {

    Request {
        query = List.copyOf(query);
        records = List.copyOf(records);
        warnings = List.copyOf(warnings);
        cuts = List.copyOf(cuts);
        parts = List.copyOf(parts);
    }

    /// What is sent in the query whatever the window.
    sealed interface Parameter {

        String name();

        record Fixed(String name, String value) implements Parameter {}

        /// Left out while the setting has no value.
        record FromSetting(String name, Setting setting) implements Parameter {}
    }

    /// Something that an operator should know when one figure of an answer exceeds another.
    record Warning(MemberPath figure, MemberPath exceeds, String message) {}
}
