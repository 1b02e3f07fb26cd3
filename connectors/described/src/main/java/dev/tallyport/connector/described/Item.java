package dev.tallyport.connector.described;

import dev.tallyport.connector.http.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A part of an answer and what is around it.
///
/// @param name what it is called in its object; empty for an element of a list
/// @param around the item that it is a part of; null for the answer as a whole
record Item(JsonValue value, String name, @Nullable Item around) {

    static Item answer(JsonValue root) {
        return new Item(root, "", null);
    }

    Item outwards(int levels) {
        var item = this;
        for (int level = 0; level < levels; level++) {
            item = Objects.requireNonNull(item.around);
        }
        return item;
    }

    /// The items at one level of a path.
    ///
    /// @throws dev.tallyport.connector.http.MalformedMember where the answer has another form
    List<Item> items(ItemPath.Level level) {
        var holder = value;
        for (var name : level.names().subList(0, level.names().size() - 1)) {
            holder = holder.member(name);
        }
        var items = new ArrayList<Item>();
        if (level.named()) {
            var object = holder.member(level.names().getLast());
            for (var name : object.names()) {
                items.add(new Item(object.member(name), name, this));
            }
        } else {
            for (var element : holder.array(level.names().getLast())) {
                items.add(new Item(element, "", this));
            }
        }
        return items;
    }
}
