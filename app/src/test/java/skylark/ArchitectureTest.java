package skylark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skylark.app.Demo;
import skylark.app.FieldHarness;
import skylark.app.Live;
import skylark.app.Skylark;
import skylark.domain.VehicleCommand;
import skylark.pipeline.CommandSink;
import skylark.pipeline.UnderstandingStage;

/** The rules of ARCHITECTURE.md that a compiler cannot keep. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("skylark");
    private static final String[] CONFIG = {"skylark.config..", "skylark.domain.."};
    private static final String[] BELOW_APP = {
        "skylark.config..",
        "skylark.domain..",
        "skylark.stage..",
        "skylark.watchdog..",
        "skylark.metrics..",
        "skylark.models..",
        "skylark.audio..",
        "skylark.nlg..",
        "skylark.telemetry.."
    };

    @Test
    void shouldKeepConfigFreeOfEverybody() {
        noClasses()
                .that()
                .resideInAnyPackage(CONFIG)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "skylark.stage..",
                        "skylark.metrics..",
                        "skylark.watchdog..",
                        "skylark.models..",
                        "skylark.audio..",
                        "skylark.nlg..",
                        "skylark.telemetry..")
                .check(OURS);
    }

    @Test
    void shouldLetWatchdogAndModelsKnowConfigOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("skylark.stage..", "skylark.watchdog..", "skylark.metrics..", "skylark.models..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("skylark.audio..", "skylark.nlg..", "skylark.telemetry..")
                .check(OURS);
    }

    @Test
    void shouldKeepModelsFromTheWatchdog() {
        noClasses()
                .that()
                .resideInAnyPackage("skylark.stage..", "skylark.watchdog..", "skylark.metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("skylark.models..")
                .check(OURS);
    }

    @Test
    void shouldKeepTheWatchdogFromModels() {
        noClasses()
                .that()
                .resideInAPackage("skylark.models..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("skylark.stage..", "skylark.watchdog..", "skylark.metrics..")
                .check(OURS);
    }

    @Test
    void shouldKeepSoundLanguageAndLinkApart() {
        slices().matching("skylark.(audio|nlg|telemetry)..")
                .should()
                .notDependOnEachOther()
                .check(OURS);
    }

    @Test
    void shouldKeepAppToItself() {
        noClasses()
                .that()
                .resideInAnyPackage(BELOW_APP)
                .should()
                .dependOnClassesThat(resideInAPackage("skylark..").and(resideOutsideOfPackages(BELOW_APP)))
                .check(OURS);
    }

    @Test
    void shouldLetTheGateKnowTheDomainOnly() {
        classes()
                .that()
                .resideInAPackage("skylark.gate..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "skylark.gate..", "skylark.config..", "skylark.domain..", "java..", "org.jspecify..")
                .check(OURS);
    }

    /** The gate makes them; a script may fly the simulator, which makes some for itself, and the domain says what one is. */
    @Test
    void shouldLetOnlyTheGateMakeCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackages("skylark.gate..", "skylark.telemetry.vehicle..")
                .and()
                .doNotHaveFullyQualifiedName("skylark.app.DemoFlight")
                .and()
                .doNotHaveFullyQualifiedName("skylark.telemetry.mavlink.SimulatedOrders")
                .and()
                .doNotHaveFullyQualifiedName(VehicleCommand.class.getName())
                .should()
                .callConstructor(VehicleCommand.class, String.class, Map.class)
                .orShould()
                .callMethod(VehicleCommand.class, "of", String.class)
                .check(OURS);
    }

    /** What understands and what writes can at most propose an intent: a command is not even a word to them. */
    @Test
    void shouldKeepCommandsFromLanguageAndSound() {
        noClasses()
                .that()
                .resideInAnyPackage("skylark.nlg..", "skylark.audio..", "skylark.models..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(VehicleCommand.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("skylark.gate..", "skylark.dialog..", "skylark.telemetry..")
                .check(OURS);
    }

    /**
     * Decided, then sent: by the understanding stage, or as a stop on its own path, through {@code Skylark}. The others
     * hand on what these send.
     */
    @Test
    void shouldSendCommandsFromTheUnderstandingStageAndTheStopPathOnly() {
        noClasses()
                .that(not(belongToAnyOf(
                        UnderstandingStage.class, Skylark.class, FieldHarness.class, Live.class, Demo.class)))
                .should()
                .callMethodWhere(target(owner(assignableTo(CommandSink.class))).and(target(name("send"))))
                .check(OURS);
    }

    @Test
    void shouldKeepJavaxSoundInOnePackage() {
        onlyIn("javax.sound..", "skylark.audio.device..");
    }

    @Test
    void shouldKeepVoskInOnePackage() {
        onlyIn("org.vosk..", "skylark.audio.hear..");
    }

    @Test
    void shouldKeepMaryInOnePackage() {
        onlyIn("marytts..", "skylark.audio.voice..");
    }

    @Test
    void shouldKeepOnnxRuntimeInOnePackage() {
        onlyIn("ai.onnxruntime..", "skylark.models.onnx..");
    }

    @Test
    void shouldKeepPahoInOnePackage() {
        onlyIn("org.eclipse.paho..", "skylark.telemetry.mqtt..");
    }

    @Test
    void shouldKeepTheBrokerInOnePackage() {
        onlyIn("com.hivemq..", "skylark.broker..");
    }

    @Test
    void shouldKeepSerialLinesInOnePackage() {
        onlyIn("com.fazecast..", "skylark.telemetry.mavlink..");
    }

    @Test
    void shouldUseStandardStreamsAtTheEdgeOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("skylark.cli..")
                .and()
                .haveNameNotMatching("skylark.models.store.(Install|TerminalProgress)")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(OURS);
    }

    @Test
    void shouldLogThroughSlf4jOnly() {
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(OURS);
    }

    @Test
    void shouldEndTheProcessInTheEntryOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("skylark.cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(OURS);
    }

    @Test
    void shouldNeverExtendThread() {
        noClasses().should().beAssignableTo(Thread.class).check(OURS);
    }

    private static void onlyIn(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(OURS);
    }
}
