package dev.tallyport.adapter.security;

import dev.tallyport.application.account.CreateFirstAdmin;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Sees to it that somebody can sign in. A generated password goes to the console and not to the
/// log: whatever level or shape the log has, the operator sees it, and no log file keeps it.
@ApplicationScoped
class FirstAdmin {

    private final CreateFirstAdmin createFirstAdmin;
    private final Optional<String> password;
    private final PrintStream console;

    @Inject
    FirstAdmin(
            CreateFirstAdmin createFirstAdmin,
            @ConfigProperty(name = "tallyport.admin.password") Optional<String> password) {
        this(createFirstAdmin, password, System.out);
    }

    FirstAdmin(CreateFirstAdmin createFirstAdmin, Optional<String> password, PrintStream console) {
        this.createFirstAdmin = createFirstAdmin;
        this.password = password;
        this.console = console;
    }

    void create(@Observes StartupEvent started) {
        createFirstAdmin
                .ifNeeded(password)
                .map(FirstAdmin::announcement)
                .ifPresent(console::println);
    }

    private static String announcement(String generated) {
        return "Local account '%s' was created with the password %s. It is not shown again: change it after signing in."
                .formatted(CreateFirstAdmin.LOGIN, generated);
    }
}
