package dev.tallyport.simulator.codemie;

/// What came of a usage, as far as its activity has it.
///
/// @param chats conversations with an assistant
/// @param runs messages to an assistant, executions of a workflow, commands, else requests
/// @param failed chats or executions that failed
/// @param sessions of the command line
public record Work(
        int chats, int runs, int failed, int sessions, int linesAdded, int linesRemoved) {

    public static Work requests(int count) {
        return new Work(0, count, 0, 0, 0, 0);
    }

    static Work chats(int chats, int messages, int failed) {
        return new Work(chats, messages, failed, 0, 0, 0);
    }

    static Work executions(int runs, int failed) {
        return new Work(0, runs, failed, 0, 0, 0);
    }

    static Work sessions(int sessions, int linesAdded, int linesRemoved) {
        return new Work(0, sessions * 6, 0, sessions, linesAdded, linesRemoved);
    }
}
