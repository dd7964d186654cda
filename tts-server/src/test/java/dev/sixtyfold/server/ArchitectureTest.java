package dev.sixtyfold.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.sixtyfold.speech.AudioChunk;
import dev.sixtyfold.speech.StampedAudio;
import dev.sixtyfold.speech.dsp.VectorUnit;
import java.io.PrintStream;

/** What the design says of all modules, held against their classes. */
@AnalyzeClasses(packages = "dev.sixtyfold", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String GENERATED = "dev.sixtyfold.proto..";

    @ArchTest
    static final ArchRule STAGES_SHARE_ONLY_THE_VOCABULARY_AND_THE_RUNTIME = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.sixtyfold..")
            .layer("speech").definedBy("dev.sixtyfold.speech..")
            .layer("inference").definedBy("dev.sixtyfold.inference..")
            .layer("voices").definedBy("dev.sixtyfold.voices..")
            .layer("text").definedBy("dev.sixtyfold.text..")
            .layer("acoustic").definedBy("dev.sixtyfold.acoustic..")
            .layer("vocoder").definedBy("dev.sixtyfold.vocoder..")
            .optionalLayer("watermark").definedBy("dev.sixtyfold.watermark..")
            .layer("encoding").definedBy("dev.sixtyfold.encoding..")
            .layer("synthesis").definedBy("dev.sixtyfold.synthesis..")
            .layer("proto").definedBy(GENERATED)
            .layer("server").definedBy("dev.sixtyfold.server..")
            .whereLayer("speech").mayNotAccessAnyLayer()
            .whereLayer("inference").mayOnlyAccessLayers("speech")
            .whereLayer("voices").mayOnlyAccessLayers("speech", "inference")
            .whereLayer("text").mayOnlyAccessLayers("speech", "inference")
            .whereLayer("acoustic").mayOnlyAccessLayers("speech", "inference")
            .whereLayer("vocoder").mayOnlyAccessLayers("speech", "inference")
            .whereLayer("watermark").mayOnlyAccessLayers("speech")
            .whereLayer("encoding").mayOnlyAccessLayers("speech")
            .whereLayer("synthesis").mayOnlyAccessLayers("speech", "inference", "voices", "text", "acoustic", "vocoder",
                    "watermark")
            .whereLayer("proto").mayNotAccessAnyLayer()
            .whereLayer("server").mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule WHAT_LANGUAGES_SHARE_KNOWS_NONE_OF_THEM = noClasses().that().resideOutsideOfPackage(
            "dev.sixtyfold.text.english..").and().doNotHaveFullyQualifiedName("dev.sixtyfold.synthesis.VoiceLoader")
            .and().resideOutsideOfPackage("dev.sixtyfold.load..").should().dependOnClassesThat().resideInAPackage(
                    "dev.sixtyfold.text.english..");

    @ArchTest
    static final ArchRule ONLY_THE_SYNTHESIS_STAMPS_AUDIO = noClasses().that().resideOutsideOfPackages(
            "dev.sixtyfold.synthesis", "dev.sixtyfold.watermark..").should().callMethodWhere(
                    DescribedPredicate.describe("StampedAudio.stamped", call -> call.getTargetOwner().isEquivalentTo(
                            StampedAudio.class) && call.getName().equals("stamped")));

    @ArchTest
    static final ArchRule ONLY_WATERMARK_STAGES_STAMP_AUDIO = noClasses().that().doNotImplement(
            "dev.sixtyfold.synthesis.WatermarkStage").and()
            .doNotImplement("dev.sixtyfold.synthesis.WatermarkStage$Stream")
            .should().callMethodWhere(DescribedPredicate.describe("StampedAudio.stamped", call -> call.getTargetOwner()
                    .isEquivalentTo(StampedAudio.class) && call.getName().equals("stamped")));

    @ArchTest
    static final ArchRule ONLY_THE_PIPELINE_CHANGES_STAMPED_AUDIO = noClasses().that().resideOutsideOfPackage(
            "dev.sixtyfold.synthesis").should().callMethodWhere(DescribedPredicate.describe("StampedAudio.derive",
                    call -> call.getTargetOwner().isEquivalentTo(StampedAudio.class) && call.getName().equals(
                            "derive")));

    /** What encodes takes stamped audio and nothing else that could be samples. */
    @ArchTest
    static final ArchRule ENCODERS_TAKE_ONLY_STAMPED_AUDIO = noMethods().that().areDeclaredInClassesThat()
            .resideInAPackage("dev.sixtyfold.encoding").and().areNotPrivate().should().haveRawParameterTypes(
                    DescribedPredicate.describe("samples that are not stamped", types -> types.stream().anyMatch(
                            type -> type.isEquivalentTo(AudioChunk.class) || (type.isArray() && type
                                    .getBaseComponentType().getName().matches("float|double|short")))));

    /** Recordings of others are stamped by the embedder before they are written, and not by way of the encoders. */
    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_THAT_STAMPS_WRITES_SAMPLES_OF_ITS_OWN = noClasses().that()
            .doNotHaveFullyQualifiedName("dev.sixtyfold.server.cli.WatermarkCommand$Embed").should()
            .dependOnClassesThat().haveSimpleName("InterleavedPcm");

    /** Whoever gets a pipeline that is not audited could let audio out that is not on record. */
    @ArchTest
    static final ArchRule ONLY_THE_WIRING_HOLDS_A_PIPELINE_THAT_IS_NOT_AUDITED = noClasses().that()
            .resideInAPackage("dev.sixtyfold.server..").and().resideOutsideOfPackage("dev.sixtyfold.server").should()
            .dependOnClassesThat().haveFullyQualifiedName("dev.sixtyfold.synthesis.SynthesisPipeline");

    @ArchTest
    static final ArchRule THE_DATABASE_HAS_ONE_HOME = noClasses().that().resideOutsideOfPackage(
            "dev.sixtyfold.server.storage").should().dependOnClassesThat().resideInAnyPackage("java.sql..",
                    "javax.sql..", "org.sqlite..", "com.zaxxer..", "org.flywaydb..");

    @ArchTest
    static final ArchRule VERIFICATION_KNOWS_NO_TRANSPORT = noClasses().that().resideInAnyPackage(
            "dev.sixtyfold.server.verification", "dev.sixtyfold.server.audit", "dev.sixtyfold.server.caller").should()
            .dependOnClassesThat().resideInAnyPackage("io.grpc..", "com.sun.net.httpserver..", GENERATED);

    /** Which instructions compute is a matter of the whole process, and no result depends on it. */
    @ArchTest
    static final ArchRule NO_STATE_IS_SHARED_BY_ACCIDENT = fields().that().areDeclaredInClassesThat(
            DescribedPredicate.not(resideInAnyPackage(GENERATED))).and().areNotDeclaredIn(VectorUnit.class).and()
            .areStatic().should().beFinal().andShould(
                    new HoldNothingMutable());

    @ArchTest
    static final ArchRule THE_RUNTIME_HAS_ONE_HOME = noClasses().that()
            .resideOutsideOfPackage("dev.sixtyfold.inference..")
            .should().dependOnClassesThat().resideInAnyPackage("ai.djl..", "ai.onnxruntime..");

    @ArchTest
    static final ArchRule THE_TRANSPORT_HAS_ONE_HOME = noClasses().that()
            .resideOutsideOfPackages("dev.sixtyfold.server..",
                    GENERATED)
            .should().dependOnClassesThat().resideInAnyPackage("io.grpc..", "com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule LOGS_GO_THROUGH_SYSTEM_LOGGER = noClasses().that().resideOutsideOfPackage(GENERATED).should()
            .dependOnClassesThat().resideInAnyPackage("java.util.logging..");

    @ArchTest
    static final ArchRule NOBODY_PRINTS = noClasses().should().accessTargetWhere(DescribedPredicate.describe(
            "System.out or System.err", access -> access.getTargetOwner().isEquivalentTo(System.class) && access
                    .getTarget() instanceof FieldAccessTarget field && field
                            .getRawType().isEquivalentTo(PrintStream.class)));

    /** Each package is a slice of its own, nested ones too. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }

    /** A static final collection, array or atomic that somebody could still write to is state all the same. */
    private static final class HoldNothingMutable extends ArchCondition<JavaField> {
        HoldNothingMutable() {
            super("hold nothing of the java.util.concurrent.atomic package and no concurrent collection");
        }

        @Override
        public void check(JavaField field, ConditionEvents events) {
            String type = field.getRawType().getName();
            boolean mutable = (type.startsWith("java.util.concurrent.")
                    && !type.equals("java.util.concurrent.TimeUnit"))
                    || type.equals("java.lang.ThreadLocal") || type.equals("java.util.ArrayList")
                    || type.equals("java.util.HashMap") || type.equals("java.lang.StringBuilder");
            events.add(new SimpleConditionEvent(field, !mutable, field.getFullName() + " is " + type));
        }
    }
}
