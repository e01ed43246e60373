package org.breakwater.engine.signal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Families of cues that prove nothing alone: a lexicon lists the phrases of each under {@code
 * cue.NAME}, and says by its {@link Points} how much each counts towards a score.
 */
final class CueFamily {
  private CueFamily() {}

  /** What those who move people, or sell what it takes, say. */
  private static final String OFFER =
      """
      we_move you_arrive seats departure price_head pay_later money kids_price guarantee proof
      private no_papers all_included trusted faith by_sea by_road by_air on_foot border_word
      trade_word people_moved code_word destination referral discreet passes_contact
      driver_wanted quick_money crew_wanted safe_house escrow gear false_papers papers
      paper_marriage asylum_coaching bank_letters patrol_word patrol_clear lookout
      """;

  /** What those who exploit people say. */
  private static final String EXPLOITATION =
      """
      passport_kept no_freedom debt_work transfer_person person_specs obedient high_pay
      travel_paid job_abroad domestic_work hostess_work girls_wanted scam_work field_work
      begging_theft child give_child orphanage bride organ soldier punished handler
      fresh_arrivals sell_person no_requirements vulnerable
      """;

  /** What extortioners say, and what is told of them. */
  private static final String EXTORTION =
      """
      pay_or hold_person harm proof_of_life send_money we_know told_pay owes
      """;

  /** What people in danger and their kin say. */
  private static final String DANGER =
      """
      help_cry locked no_water_air lost_adrift missing kin time_since forced get_out
      share_location hurt_people child_worry
      """;

  /** What those who look for a smuggler say. */
  private static final String ASK =
      """
      who_takes know_someone how_much want_go ask_contact asker_pays again join
      """;

  /** What posts that break nothing say. */
  private static final String STAYS =
      """
      police_news news_form awareness ngo_help law_rights research fiction_game opinion
      lawful_business employer_terms leisure goods animals joke past_story arrived_joy
      general_info about_them sport_music everyday
      """;

  /** Concept names of all families, such as {@code cue.pay_later}. */
  static List<String> concepts() {
    return List.of(OFFER, EXPLOITATION, EXTORTION, DANGER, ASK, STAYS).stream()
        .flatMap(CueFamily::concepts)
        .toList();
  }

  private static Stream<String> concepts(String names) {
    return Arrays.stream(names.strip().split("\\s+")).map(name -> "cue." + name);
  }
}
