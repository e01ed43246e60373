package org.breakwater.spec;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Rules that read a file as javac's parser does. */
final class JavaRules {
  static final int METHOD_LINES_MAX = 60;
  static final int FILE_LINES_MAX = 500;

  private static final Pattern ROLE =
      Pattern.compile("\\w*(?<role>Manager|Helper|Utils?|Impl|Dto|DTO|Processor)");
  private static final Map<String, String> INSTEAD =
      Map.of(
          "Manager", "name it by the noun that owns the deed",
          "Helper", "move its methods onto the type of their first argument",
          "Util", "move its methods onto the type of their first argument",
          "Utils", "move its methods onto the type of their first argument",
          "Impl", "make the one implementation a final class, or name it by what differs",
          "Dto", "use the one record, or name the second shape for its contract",
          "DTO", "use the one record, or name the second shape for its contract",
          "Processor", "name it by its deed, as in `Decider`");
  private static final Set<String> GENERIC =
      Set.of("Throwable", "Exception", "RuntimeException", "Error");

  private final Ratchet ratchet;

  JavaRules(Ratchet ratchet) {
    this.ratchet = ratchet;
  }

  List<Fault> of(List<SourceFile> files) {
    var faults = new ArrayList<Fault>();
    for (var file : files) of(file, faults);
    faults.addAll(ratchet.stale());
    return faults;
  }

  private void of(SourceFile file, List<Fault> faults) {
    int lines = file.lines().size();
    if (ratchet.exceeds(file.path(), lines, FILE_LINES_MAX)) {
      faults.add(new Fault(file.path(), 1, "%d lines; split it by idea".formatted(lines)));
    }
    var task = parser(file);
    try {
      for (var unit : task.parse()) {
        unit.accept(new Reader(file, unit, Trees.instance(task).getSourcePositions()), faults);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavacTask parser(SourceFile file) {
    var compiler =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK, not only a JRE");
    var options = List.of("-proc:none");
    return (JavacTask)
        compiler.getTask(null, null, null, options, null, List.of(new InMemory(file)));
  }

  /** A source that javac need not look up on disk. */
  private static final class InMemory extends SimpleJavaFileObject {
    private final String text;

    InMemory(SourceFile file) {
      super(URI.create("memory:///" + file.path()), JavaFileObject.Kind.SOURCE);
      text = file.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class Reader extends TreeScanner<@Nullable Void, List<Fault>> {
    private final SourceFile file;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Reader(SourceFile file, CompilationUnitTree unit, SourcePositions positions) {
      this.file = file;
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, List<Fault> faults) {
      var matcher = ROLE.matcher(type.getSimpleName());
      if (matcher.matches()) {
        var role = matcher.group("role");
        report(faults, type, "`%s` is banned; %s".formatted(role, INSTEAD.get(role)));
      }
      return super.visitClass(type, faults);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, List<Fault> faults) {
      int lines = lineOf(positions.getEndPosition(unit, method)) - signatureLine(method) + 1;
      var name = file.path() + "#" + method.getName();
      if (ratchet.exceeds(name, lines, METHOD_LINES_MAX)) {
        report(
            faults,
            method,
            "`%s` has %d lines; split it by idea".formatted(method.getName(), lines));
      }
      if (file.isMain())
        method.getThrows().forEach(type -> generic(faults, type, "declare the cause"));
      return super.visitMethod(method, faults);
    }

    @Override
    public @Nullable Void visitCatch(CatchTree caught, List<Fault> faults) {
      var type = caught.getParameter().getType();
      var types = type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
      types.forEach(each -> generic(faults, each, "catch what can happen, let the rest pass"));
      return super.visitCatch(caught, faults);
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree thrown, List<Fault> faults) {
      if (thrown.getExpression() instanceof NewClassTree made) {
        generic(faults, made.getIdentifier(), "throw what names the broken condition");
      }
      return super.visitThrow(thrown, faults);
    }

    private void generic(List<Fault> faults, Tree type, String instead) {
      var name = type.toString().replace("java.lang.", "");
      if (GENERIC.contains(name)) report(faults, type, "generic `%s`; %s".formatted(name, instead));
    }

    private void report(List<Fault> faults, Tree tree, String message) {
      faults.add(new Fault(file.path(), startLine(tree), message));
    }

    /** Below the annotations: a table of cases in one is data, not code. */
    private int signatureLine(MethodTree method) {
      var type = method.getReturnType();
      return startLine(type != null ? type : method.getBody() != null ? method.getBody() : method);
    }

    private int startLine(Tree tree) {
      return lineOf(positions.getStartPosition(unit, tree));
    }

    private int lineOf(long position) {
      return (int) unit.getLineMap().getLineNumber(position);
    }
  }
}
