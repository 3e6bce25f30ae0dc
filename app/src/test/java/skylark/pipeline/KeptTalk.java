package skylark.pipeline;

import com.sun.jna.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import skylark.domain.DomainJson;
import skylark.keep.Kept;
import skylark.keep.TalkFile;
import skylark.nlg.reply.Act;
import skylark.stage.NanoClock;

/**
 * The main class of a process that talks under a keeper: it answers a turn, then its generator hangs in native code, or it
 * waits to be killed. The process that follows says what it knows, and answers another turn.
 */
public final class KeptTalk {
    private static final long MS = 1_000_000;

    private final Path folder;
    private final AtomicBoolean hangs = new AtomicBoolean();
    private final PipelineRig rig;

    private KeptTalk(Path folder) {
        this.folder = folder;
        this.rig = new PipelineRig(NanoClock.SYSTEM, new Pipeline.Timing(120 * MS, 35 * MS, 500 * MS), Injection.NONE);
        rig.workload = stage -> {
            if (stage.equals("generator") && hangs.get()) {
                NativeLibrary.getInstance("c").getFunction("sleep").invokeInt(new Object[] {1_000});
            }
        };
    }

    /** @param args {@code hang} or {@code wait}; the folder for the state and the log */
    public static void main(String[] args) throws Exception {
        new KeptTalk(Path.of(args[1])).talk(args[0].equals("hang"));
        System.exit(0);
    }

    private void talk(boolean hang) throws Exception {
        rig.pipeline.start();
        Kept kept = Kept.by(System.getenv(), System::exit).orElseThrow();
        kept.lookAfter(rig.pipeline, new TalkFile(folder, Clock.systemUTC()), line -> log("warning " + line));
        Talk before = rig.pipeline.talk();
        boolean follows = before.turns() > 0;
        log("online " + ProcessHandle.current().pid());
        if (follows && hang) {
            PipelineRig.await("what was left to be said", () -> !rig.announced.isEmpty());
            log("says what was left");
        }
        if (follows) {
            PipelineRig.await("the memory", () -> remembered().contains("query.battery"));
            log("remembers " + remembered());
        }
        rig.speak(40);
        PipelineRig.await("the turn", () -> rig.reports.size() == 1);
        log("turn " + rig.reports.get(0).turn());
        if (follows) {
            return;
        }
        hangs.set(hang);
        while (true) { // each one lets another generator hang
            if (hang) {
                rig.pipeline.announce(Drafts.request(Act.ANNOUNCE), 3);
            }
            LockSupport.parkNanos(800 * MS);
        }
    }

    private String remembered() {
        return DomainJson.write(rig.pipeline.talk());
    }

    private void log(String line) {
        try {
            Files.writeString(folder.resolve("log"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
