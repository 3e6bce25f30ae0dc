package skylark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The rules of ARCHITECTURE.md that a compiler cannot keep. */
@AnalyzeClasses(packages = "skylark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CONFIG = {"skylark.config..", "skylark.domain.."};
    private static final String[] APP = {
        "skylark.gate..", "skylark.dialog..", "skylark.cli..", "skylark.app..", "skylark.replay.."
    };

    @ArchTest
    static final ArchRule CONFIG_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAnyPackage(CONFIG)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "skylark.watchdog..",
                    "skylark.models..",
                    "skylark.audio..",
                    "skylark.nlg..",
                    "skylark.telemetry..");

    @ArchTest
    static final ArchRule WATCHDOG_AND_MODELS_KNOW_CONFIG_ONLY = noClasses()
            .that()
            .resideInAnyPackage("skylark.watchdog..", "skylark.models..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("skylark.audio..", "skylark.nlg..", "skylark.telemetry..");

    @ArchTest
    static final ArchRule WATCHDOG_DOES_NOT_KNOW_MODELS = noClasses()
            .that()
            .resideInAPackage("skylark.watchdog..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("skylark.models..");

    @ArchTest
    static final ArchRule MODELS_DO_NOT_KNOW_WATCHDOG = noClasses()
            .that()
            .resideInAPackage("skylark.models..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("skylark.watchdog..");

    @ArchTest
    static final ArchRule SOUND_LANGUAGE_AND_LINK_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("skylark.(audio|nlg|telemetry)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule NOBODY_KNOWS_APP = noClasses()
            .that()
            .resideOutsideOfPackages(APP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(APP);

    @ArchTest
    static final ArchRule GATE_KNOWS_THE_DOMAIN_ONLY = classes()
            .that()
            .resideInAPackage("skylark.gate..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("skylark.gate..", "skylark.config..", "skylark.domain..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule JAVAX_SOUND_IN_ONE_PACKAGE = onlyIn("javax.sound..", "skylark.audio.device..");

    @ArchTest
    static final ArchRule VOSK_IN_ONE_PACKAGE = onlyIn("org.vosk..", "skylark.audio.hear..");

    @ArchTest
    static final ArchRule MARY_IN_ONE_PACKAGE = onlyIn("marytts..", "skylark.audio.voice..");

    @ArchTest
    static final ArchRule ONNX_IN_ONE_PACKAGE = onlyIn("ai.onnxruntime..", "skylark.models.onnx..");

    @ArchTest
    static final ArchRule PAHO_IN_ONE_PACKAGE = onlyIn("org.eclipse.paho..", "skylark.telemetry.mqtt..");

    @ArchTest
    static final ArchRule MAVLINK_IN_ONE_PACKAGE = onlyIn("io.dronefleet..", "skylark.telemetry.mavlink..");

    @ArchTest
    static final ArchRule STANDARD_STREAMS_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackage("skylark.cli..")
            .and()
            .doNotHaveFullyQualifiedName("skylark.models.store.TerminalProgress")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule NOBODY_LOGS_PAST_SLF4J = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule ONLY_THE_ENTRY_ENDS_THE_PROCESS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("skylark.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule STAGES_NEVER_EXTEND_THREAD =
            noClasses().should().beAssignableTo(JavaClass.Predicates.assignableTo(Thread.class));

    private static ArchRule onlyIn(String library, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }
}
