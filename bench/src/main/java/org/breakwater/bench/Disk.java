package org.breakwater.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A file system of our own in a file, whose power can be cut: what was not flushed is then gone. By
 * the call that file systems have for testing this (FS_IOC_SHUTDOWN without flushing the journal);
 * for root on Linux.
 */
final class Disk implements AutoCloseable {
  private static final long EXT4_SHUTDOWN = 0x8004587dL;
  private static final int WITHOUT_FLUSH = 2;
  private static final String SIZE = "1G";

  private final Path image;
  private final Path folder;

  /** Makes one and mounts it. */
  Disk(Path parent) {
    image = parent.resolve("disk.img");
    folder = parent.resolve("disk");
    run("truncate", "-s", SIZE, image.toString());
    run("mkfs.ext4", "-q", image.toString());
    run("mkdir", folder.toString());
    mount();
  }

  Path folder() {
    return folder;
  }

  private void mount() {
    run("mount", "-o", "loop", image.toString(), folder.toString());
  }

  /** From now on nothing that was not flushed will be there again, and nothing can be written. */
  @SuppressWarnings("restricted") // `bw` enables native access for all.
  void cutPower() {
    Linker linker = Linker.nativeLinker();
    var descriptor =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    var open =
        MethodHandleProxies.asInterfaceInstance(
            LibC.Open.class,
            linker.downcallHandle(
                linker.defaultLookup().findOrThrow("open"),
                descriptor,
                Linker.Option.firstVariadicArg(2)));
    var ioctl =
        MethodHandleProxies.asInterfaceInstance(
            LibC.Ioctl.class,
            linker.downcallHandle(
                linker.defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.ADDRESS),
                Linker.Option.firstVariadicArg(2)));
    var close =
        MethodHandleProxies.asInterfaceInstance(
            LibC.Close.class,
            linker.downcallHandle(
                linker.defaultLookup().findOrThrow("close"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)));
    try (var arena = Arena.ofConfined()) {
      int file = open.call(arena.allocateFrom(folder.toString(), StandardCharsets.UTF_8), 0);
      int flags = WITHOUT_FLUSH;
      int done = ioctl.call(file, EXT4_SHUTDOWN, arena.allocateFrom(ValueLayout.JAVA_INT, flags));
      close.call(file);
      if (file < 0 || done < 0)
        throw new EnvironmentFault("cannot cut the power of `%s`".formatted(folder));
    }
  }

  /** As a machine does that gets its power back: the journal is read, the rest is as it was. */
  void restorePower() {
    unmount();
    mount();
  }

  private void unmount() {
    // A process that has just been killed may hold it for a moment.
    for (int tries = 0; tries < 100; tries++) {
      if (exit(List.of("umount", folder.toString())) == 0) return;
      Pause.ms(100);
    }
    throw new EnvironmentFault("cannot unmount `%s`".formatted(folder));
  }

  @Override
  public void close() {
    unmount();
  }

  private static void run(String... command) {
    if (exit(List.of(command)) != 0)
      throw new EnvironmentFault(
          "`%s` says no; power can be cut by root on Linux only".formatted(command[0]));
  }

  private static int exit(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException _) {
      return 1;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
