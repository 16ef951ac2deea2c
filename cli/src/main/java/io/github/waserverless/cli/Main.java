package io.github.waserverless.cli;

import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.report.Printable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** The command {@code wa-serverless}. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Numbers in the digits of a user's language would make another report of the same input.
    Locale.setDefault(Locale.ROOT);
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Interruption interruption = Interruption.watch(err);
    int code = delivered(run(args, out, err, Environment.ofProcess()), out, err);
    interruption.forget();
    ClassArchive.removeIfUnused(System::getProperty);
    System.exit(code);
  }

  /** The exit code of a run, which is another when nobody got what it printed. */
  static int delivered(int code, PrintStream out, PrintStream err) {
    out.flush();
    if (out.checkError()) {
      tell(err, "the standard output is closed or full: what was printed is not complete");
      return ExitCode.USAGE;
    }
    err.flush();
    return code;
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /** Runs the command and gives its exit code. */
  static int run(String[] args, PrintStream out, PrintStream err, Environment environment) {
    try {
      return execute(args, out, err, environment);
    } catch (StackOverflowError | OutOfMemoryError e) {
      fault(err, "input that needs more memory than there is", e, isDebug(args));
    } catch (Throwable e) {
      fault(err, "the run", e, isDebug(args));
    }
    return ExitCode.INTERNAL;
  }

  private static int execute(
      String[] args, PrintStream out, PrintStream err, Environment environment) throws Exception {
    StringWriter printed = new StringWriter();
    Exception[] failure = new Exception[1];
    boolean isCheck = RootCommand.isCheck(args);
    CommandLine command =
        isCheck
            ? RootCommand.check(out, err, environment)
            : RootCommand.line(out, err, environment);
    command.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    command.setOut(new PrintWriter(printed));
    command.setParameterExceptionHandler(
        (e, a) -> usage(err, List.of(Misuse.inWords(e)), e.getCommandLine()));
    command.setExecutionExceptionHandler(
        (e, at, parsed) -> {
          failure[0] = e;
          if (e instanceof InvalidInput input) {
            return usage(err, input.messages(), at);
          }
          return e instanceof UsageError
              ? usage(err, List.of(String.valueOf(e.getMessage())), at)
              : ExitCode.INTERNAL;
        });
    String[] complete = ReportedOptions.complete(args);
    int code =
        command.execute(isCheck ? Arrays.copyOfRange(complete, 1, complete.length) : complete);
    if (code == ExitCode.INTERNAL && failure[0] != null) {
      throw failure[0];
    }
    out.write(
        printed.toString().replace(System.lineSeparator(), "\n").getBytes(StandardCharsets.UTF_8));
    return code;
  }

  private static int usage(PrintStream err, List<String> messages, CommandLine at) {
    messages.forEach(message -> tell(err, message));
    tell(err, "see " + at.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static boolean isDebug(String[] args) {
    return Arrays.asList(args).contains("--debug");
  }

  /** Says something in one line, whatever it holds. */
  static void tell(PrintStream err, String message) {
    err.print("wa-serverless: " + Printable.of(message) + "\n");
    err.flush();
  }

  /** Says that the tool itself failed. */
  static void fault(PrintStream err, String during, Throwable cause, boolean debug) {
    String what = "internal error (%s) in %s".formatted(cause.getClass().getSimpleName(), during);
    tell(
        err,
        what
            + (debug
                ? ": please report it with this trace"
                : ": please run it again with --debug and report the trace"));
    if (debug) {
      cause.printStackTrace(err);
      err.flush();
    }
  }
}
