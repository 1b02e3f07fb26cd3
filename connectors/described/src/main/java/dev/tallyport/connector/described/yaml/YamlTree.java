package dev.tallyport.connector.described.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Makes a tree of a file's events. Anchors, aliases and tags are refused, so that a file never
/// means more than it is long.
final class YamlTree {

    static final int MOST_BYTES = 256 << 10;
    static final int MOST_DEPTH = 20;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(MOST_BYTES).build();

    private final Iterator<Event> events;

    private YamlTree(Iterator<Event> events) {
        this.events = events;
    }

    /// The only document of a file; empty when a problem was found.
    static Optional<YamlValue> of(byte[] yaml, Problems problems) {
        if (yaml.length > MOST_BYTES) {
            problems.add(
                    1,
                    "",
                    "expected at most %d bytes, found %d".formatted(MOST_BYTES, yaml.length));
            return Optional.empty();
        }
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString();
            var events = new Parse(SETTINGS).parseString(text).iterator();
            return Optional.of(new YamlTree(events).document());
        } catch (CharacterCodingException _) {
            problems.add(1, "", "expected UTF-8, found other bytes");
        } catch (Refused refused) {
            problems.add(refused.line, "", refused.reason);
        } catch (MarkedYamlEngineException malformed) {
            int line = malformed.getProblemMark().map(YamlTree::line).orElse(1);
            problems.add(line, "", "expected YAML, found that " + malformed.getProblem());
        } catch (YamlEngineException malformed) {
            problems.add(1, "", "expected YAML, found that " + malformed.getMessage());
        }
        return Optional.empty();
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final String reason;

        Refused(Event event, String reason) {
            super(reason, null, false, false);
            this.line = lineOf(event);
            this.reason = reason;
        }
    }

    private YamlValue document() {
        events.next();
        var first = events.next();
        if (first.getEventId() != Event.ID.DocumentStart) {
            throw new Refused(first, "expected a description, found an empty file");
        }
        var root = value(events.next(), 1);
        events.next();
        var after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw new Refused(after, "expected one document, found a second one");
        }
        return root;
    }

    private YamlValue value(Event event, int depth) {
        if (depth > MOST_DEPTH) {
            throw new Refused(event, "expected at most " + MOST_DEPTH + " levels, found more");
        }
        if (event instanceof NodeEvent node
                && (node instanceof AliasEvent || node.getAnchor().isPresent())) {
            throw new Refused(event, "expected no anchor or alias, found one: write it out");
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                requireNoTag(scalar, scalar.getTag());
                yield new YamlValue.Scalar(lineOf(scalar), scalar.getValue());
            }
            case SequenceStartEvent start -> {
                requireNoTag(start, start.getTag());
                yield sequence(start, depth);
            }
            case MappingStartEvent start -> {
                requireNoTag(start, start.getTag());
                yield mapping(start, depth);
            }
            default -> throw new Refused(event, "expected a value, found " + event.getEventId());
        };
    }

    private static void requireNoTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            throw new Refused(event, "expected no tag, found '" + tag.get() + "'");
        }
    }

    private YamlValue sequence(Event start, int depth) {
        var values = new ArrayList<YamlValue>();
        for (var event = events.next();
                event.getEventId() != Event.ID.SequenceEnd;
                event = events.next()) {
            values.add(value(event, depth + 1));
        }
        return new YamlValue.Sequence(lineOf(start), values);
    }

    private YamlValue mapping(Event start, int depth) {
        var members = new ArrayList<YamlValue.Member>();
        for (var event = events.next();
                event.getEventId() != Event.ID.MappingEnd;
                event = events.next()) {
            if (!(value(event, depth + 1) instanceof YamlValue.Scalar(var line, var name))) {
                throw new Refused(event, "expected the name of a member, found a structure");
            }
            members.add(new YamlValue.Member(line, name, value(events.next(), depth + 1)));
        }
        return new YamlValue.Mapping(lineOf(start), List.copyOf(members));
    }

    private static int lineOf(Event event) {
        return event.getStartMark().map(YamlTree::line).orElse(1);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}
