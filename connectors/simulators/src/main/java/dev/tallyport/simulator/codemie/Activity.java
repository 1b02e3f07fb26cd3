package dev.tallyport.simulator.codemie;

/// What somebody did. Everything but the command line is the category `platform`.
public enum Activity {
    ASSISTANT,
    WORKFLOW,
    DATASOURCE,
    /// Writing prompts and assistants with a model's help: spending, but no activity.
    GENERATOR,
    CLI;

    public String category() {
        return this == CLI ? "cli" : "platform";
    }
}
