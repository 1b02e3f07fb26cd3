package dev.tallyport.bootstrap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// What Maven cannot say about who may know whom. Every rule lists what is allowed.
final class ArchitectureTest {

    private static final String BYTES_IN_MEMORY =
            "java\\.io\\.(((ByteArray|Data)?(In|Out)putStream)|(Unchecked)?IOException)";
    private static final JavaClasses TALLYPORT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.tallyport");

    private static final String ANY_SPI = "dev.tallyport.connector.spi..";

    /// How addresses and places are written; nothing is asked there.
    private static final String ADDRESSES =
            "java\\.net\\.URI(SyntaxException)?|java\\.nio\\.file\\.(Path|InvalidPathException)";

    @Test
    void theDomainIsPlainJava() {
        check(
                classes()
                        .that()
                        .resideInAPackage("dev.tallyport.domain..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("dev.tallyport.domain..", "java..", "org.jspecify..")
                        .because(
                                "the domain outlives every framework; put the other thing behind a"
                                        + " port"));
    }

    @Test
    void theSpiIsPlainJava() {
        check(
                classes()
                        .that()
                        .resideInAPackage(ANY_SPI)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(ANY_SPI, "java..", "org.jspecify..")
                        .because("an integrator needs one tiny jar; use a record of the SPI"));
    }

    @Test
    void theApplicationKnowsNoTechnology() {
        check(
                classes()
                        .that()
                        .resideInAPackage("dev.tallyport.application..")
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage(
                                                "dev.tallyport.application..",
                                                "dev.tallyport.domain..",
                                                ANY_SPI,
                                                "java.lang..",
                                                "java.math..",
                                                "java.nio.charset..",
                                                "java.time..",
                                                "java.util..",
                                                "jakarta.inject..",
                                                "jakarta.enterprise.context..",
                                                "jakarta.transaction..",
                                                "org.jspecify..")
                                        .or(nameMatching(BYTES_IN_MEMORY))
                                        .or(nameMatching(ADDRESSES)))
                        .because("use cases speak to the outside through ports; add one"));
    }

    @Test
    void connectorsKnowOnlyTheSpiAndTheSharedPlumbing() {
        check(
                classes()
                        .that()
                        .resideInAPackage("dev.tallyport.connector..")
                        .and()
                        .resideOutsideOfPackages(ANY_SPI, "dev.tallyport.connector.http..")
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage(
                                                "dev.tallyport.connector..",
                                                "java..",
                                                "jakarta.inject..",
                                                "jakarta.enterprise.context..",
                                                "de.siegmar.fastcsv..",
                                                "org.snakeyaml.engine..",
                                                "org.jspecify..")
                                        .or(
                                                nameMatching(
                                                        "com\\.fasterxml\\.jackson\\.databind\\.JsonNode")))
                        .because("a connector is readable against one tiny jar"));
    }

    @Test
    void connectorsDoNotKnowEachOther() {
        check(
                slices().matching("dev.tallyport.connector.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .ignoreDependency(
                                DescribedPredicate.alwaysTrue(),
                                resideInAnyPackage(ANY_SPI, "dev.tallyport.connector.http.."))
                        .because("what two vendors share belongs into connectors/http"));
    }

    @Test
    void theSharedPlumbingKnowsNoVendor() {
        check(
                classes()
                        .that()
                        .resideInAPackage("dev.tallyport.connector.http..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.tallyport.connector.http..",
                                ANY_SPI,
                                "java..",
                                "com.fasterxml.jackson..",
                                "org.jspecify.."));
    }

    @Test
    void adaptersKnowTheApplicationAndNotEachOther() {
        check(
                slices().matching("dev.tallyport.adapter.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .because("adapters meet in the application only"));
        check(
                noClasses()
                        .that()
                        .resideInAPackage("dev.tallyport.adapter..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                                "dev.tallyport.connector..",
                                                "dev.tallyport.bootstrap..",
                                                "dev.tallyport.simulator..")
                                        .and(DescribedPredicate.not(resideInAnyPackage(ANY_SPI))))
                        .because("an adapter knows no vendor's connector"));
    }

    @Test
    void nothingInProductionKnowsTheSimulators() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.tallyport.simulator..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("dev.tallyport.simulator.."));
    }

    @Test
    void conceptsFormNoCycle() {
        check(
                slices().matching("dev.tallyport.(domain|application).(*)..")
                        .should()
                        .beFreeOfCycles());
    }

    @Test
    void timeIsInjected() {
        check(
                noClasses()
                        .should()
                        .callMethodWhere(
                                new DescribedPredicate<JavaCall<?>>(
                                        "they ask java.time for now without a clock") {
                                    @Override
                                    public boolean test(JavaCall<?> call) {
                                        return call.getTarget().getName().equals("now")
                                                && call.getTargetOwner()
                                                        .getPackageName()
                                                        .equals("java.time")
                                                && call.getTarget()
                                                        .getRawParameterTypes()
                                                        .isEmpty();
                                    }
                                })
                        .because("time is a dependency; inject an InstantSource"));
    }

    @Test
    void namesSayWhat() {
        check(
                noClasses()
                        .should()
                        .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Processor|Dto)")
                        .because("if there is one implementation, there is no interface to name"));
    }

    private static void check(ArchRule rule) {
        rule.check(TALLYPORT);
    }
}
