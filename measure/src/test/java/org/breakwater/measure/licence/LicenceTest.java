package org.breakwater.measure.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Clause.Examples;
import org.breakwater.engine.policy.Clause.Strikes;
import org.breakwater.engine.policy.Clause.SurfaceOutcomes;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.Stance;
import org.junit.jupiter.api.Test;

class LicenceTest {
  private static final String OFFER = "smuggling.offer";
  private static final Clause CLAUSE = clause();
  private static final Removal RIGHT = new Removal(List.of(OFFER), "en", Surface.POST, true);

  private static Clause clause() {
    return new Clause(
        OFFER,
        Map.of("en", "An offer"),
        Label.OFFER,
        Stance.PROHIBITED,
        4,
        new Condition.Constant(true),
        new Condition.Constant(true),
        new SurfaceOutcomes(Outcome.REMOVE, Map.of(Surface.PAGE, Outcome.REVIEW)),
        List.<Action>of(),
        Map.of(),
        Strikes.NONE,
        "",
        false,
        "",
        List.of(),
        new Examples(Map.of(), Map.of()));
  }

  private static List<Grant> grants(
      long benign, List<Removal> ofBenign, long lookAlikes, Removal... ofCases) {
    return new Licence(benign, ofBenign, Map.of("en", lookAlikes), List.of(ofCases))
        .grants(List.of(CLAUSE));
  }

  @Test
  void enoughEvidence_licensesAllSurfacesWhereTheClauseRemoves() {
    List<Grant> grants = grants(59_914, List.of(), 998, RIGHT);
    assertThat(grants)
        .extracting(Grant::surface)
        .contains(Surface.POST, Surface.AD, Surface.GROUP)
        .doesNotContain(Surface.SEARCH, Surface.PAGE);
    assertThat(Set.copyOf(grants)).hasSameSizeAs(grants);
  }

  @Test
  void oneCaseLess_orOnePostLess_licensesNothing() {
    assertThat(grants(59_913, List.of(), 998, RIGHT)).isEmpty();
    assertThat(grants(59_914, List.of(), 997, RIGHT)).isEmpty();
  }

  @Test
  void aClauseThatRemovedNothing_hasShownNothing() {
    assertThat(grants(100_000, List.of(), 5_000)).isEmpty();
  }

  @Test
  void wrongRemovals_costTheLicence() {
    var wrong = new Removal(List.of(OFFER), "en", Surface.COMMENT, false);
    assertThat(grants(59_914, List.of(wrong), 998, RIGHT)).isEmpty();
    assertThat(grants(59_914, List.of(), 998, RIGHT, wrong)).isEmpty();
  }

  @Test
  void aSurfaceWithAWrongRemovalOfItsOwn_isNotLicensed() {
    var wrong = new Removal(List.of(OFFER), "en", Surface.COMMENT, false);
    var surfaces = new ArrayList<Surface>();
    grants(1_000_000, List.of(), 100_000, RIGHT, wrong).forEach(g -> surfaces.add(g.surface()));
    assertThat(surfaces).contains(Surface.POST).doesNotContain(Surface.COMMENT);
  }
}
