package org.breakwater.spec;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the engine offers is used; a type that only its own package needs stays inside it. */
class UnusedTypesTest {
  private static final String ENGINE = "org.breakwater.engine.";

  @Test
  void everyPublicTypeOfTheEngine_isNeededElsewhere() {
    assertThat(unused()).as("make package-private, or delete").isEmpty();
  }

  private static Set<String> unused() {
    var unused = new TreeSet<String>();
    var needed = new TreeSet<String>();
    for (var type : RiverTest.MAIN) {
      if (isOffered(type)) unused.add(type.getName());
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        if (crosses(dependency)) needed.add(outermost(dependency.getTargetClass()));
      }
    }
    unused.removeAll(needed);
    return unused.stream()
        .map(name -> name.substring(ENGINE.length()))
        .collect(toCollection(TreeSet::new));
  }

  private static boolean isOffered(JavaClass type) {
    return type.getName().startsWith(ENGINE)
        && type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.isTopLevelClass();
  }

  private static boolean crosses(Dependency dependency) {
    var target = dependency.getTargetClass();
    return !target.getPackageName().equals(dependency.getOriginClass().getPackageName());
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(UnusedTypesTest::outermost).orElse(type.getName());
  }
}
