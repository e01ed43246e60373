package org.breakwater.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.breakwater.server.access.ApiKeys;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.People;
import org.breakwater.server.access.PublicAddress;
import org.breakwater.server.access.RateLimits;
import org.breakwater.server.access.Sessions;
import org.breakwater.server.enforcement.Restraints;
import org.breakwater.server.help.CurrentHelp;
import org.breakwater.server.help.Ledger;
import org.breakwater.server.help.MeasuredHelp;
import org.breakwater.server.http.Decisions;
import org.breakwater.server.http.GroupCases;
import org.breakwater.server.http.GroupHistories;
import org.breakwater.server.http.Histories;
import org.breakwater.server.http.Judge;
import org.breakwater.server.http.Pasts;
import org.breakwater.server.http.Rulings;
import org.breakwater.server.http.Simulation;
import org.breakwater.server.http.Standing;
import org.breakwater.server.http.Volumes;
import org.breakwater.server.notice.AppealFiling;
import org.breakwater.server.notice.NoticeFigures;
import org.breakwater.server.notice.NoticeLinks;
import org.breakwater.server.notice.Notices;
import org.breakwater.server.policy.Rules;
import org.breakwater.server.publication.Publishing;
import org.breakwater.server.trace.Traces;
import org.breakwater.server.webhook.Webhooks;
import org.breakwater.store.action.Actions;
import org.breakwater.store.action.Progress;
import org.breakwater.store.decision.Ads;
import org.breakwater.store.decision.Appeals;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.Dossiers;
import org.breakwater.store.decision.GroupPosts;
import org.breakwater.store.decision.HelpChecks;
import org.breakwater.store.decision.HelpCounts;
import org.breakwater.store.decision.HelpSnapshots;
import org.breakwater.store.decision.HelpTrials;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Strikes;
import org.breakwater.store.decision.UndoJobs;
import org.breakwater.store.sample.SampleStore;
import org.breakwater.store.time.Time;
import org.breakwater.store.webhook.AttemptLog;
import org.breakwater.store.webhook.DeadLetters;
import org.breakwater.store.webhook.Endpoints;

/** The map of the running server: what each route is given. */
@Singleton
final class Wiring {
  /** What {@code bw serve} opened before the framework began; the framework makes this class. */
  private static final AtomicReference<Running> OPENED = new AtomicReference<>();

  private final Running running;

  Wiring() {
    Running opened = OPENED.get();
    if (opened == null) throw new IllegalStateException("nothing was opened");
    running = opened;
  }

  static void handOver(Running opened) {
    OPENED.set(opened);
  }

  Running running() {
    return running;
  }

  @Produces
  @Singleton
  DecisionLog log() {
    return running.log();
  }

  @Produces
  @Singleton
  Rules rules() {
    return running.rules();
  }

  @Produces
  @Singleton
  Publishing publishing() {
    return running.publishing();
  }

  @Produces
  @Singleton
  ApiKeys keys() {
    return running.access().keys();
  }

  @Produces
  @Singleton
  People people() {
    return running.access().people();
  }

  @Produces
  @Singleton
  Sessions sessions() {
    return running.access().sessions();
  }

  @Produces
  @Singleton
  Deeds deeds() {
    return running.access().deeds();
  }

  @Produces
  @Singleton
  RateLimits limits() {
    return running.access().limits();
  }

  @Produces
  @Singleton
  PublicAddress address() {
    return running.access().address();
  }

  @Produces
  @Singleton
  Traces traces() {
    return running.traces();
  }

  @Produces
  @Singleton
  Time time() {
    return running.time();
  }

  @Produces
  @Singleton
  @Named("simulation")
  Simulation simulation() {
    return new Simulation(running.secrets().isDemo(), running.time());
  }

  @Produces
  @Singleton
  Dossiers dossiers() {
    return new Dossiers(running.database());
  }

  @Produces
  @Singleton
  LogSecrets secrets() {
    return running.secrets();
  }

  @Produces
  @Singleton
  Appeals appeals() {
    return new Appeals(running.database(), running.secrets());
  }

  @Produces
  @Singleton
  NoticeLinks links() {
    return new NoticeLinks(running.secrets());
  }

  @Produces
  @Singleton
  Notices notices(Dossiers dossiers, CurrentHelp help, Appeals appeals, Actions actions) {
    return new Notices(
        dossiers, running.log(), help, running.rules(), appeals, actions, running.time());
  }

  @Produces
  @Singleton
  NoticeFigures noticeFigures(MeterRegistry registry, Appeals appeals) {
    return new NoticeFigures(registry, appeals, running.time());
  }

  @Produces
  @Singleton
  AppealFiling filing(Appeals appeals, Dossiers dossiers, NoticeFigures figures) {
    return new AppealFiling(appeals, dossiers, figures);
  }

  @Produces
  @Singleton
  Standing standing(Dossiers dossiers) {
    return new Standing(dossiers);
  }

  @Produces
  @Singleton
  Volumes volumes(MeterRegistry registry) {
    Gauge.builder("breakwater.samples.lost", running.sampler()::lost)
        .description("posts that were drawn and could not be written")
        .register(registry);
    return new Volumes(registry, running.log());
  }

  @Produces
  @Singleton
  CurrentHelp help() {
    return new CurrentHelp(
        running.rules(),
        new HelpChecks(running.database(), running.secrets()),
        new HelpSnapshots(running.database()),
        running.time());
  }

  @Produces
  @Singleton
  Restraints restraints(MeterRegistry registry) {
    return Restraints.of(
        running.database(), running.log(), running.limits(), running.time(), registry);
  }

  @Produces
  @Singleton
  MeasuredHelp measuredHelp() {
    var trials = new HelpTrials(running.database(), running.secrets());
    return new MeasuredHelp(Ledger.in(trials, new HelpCounts(running.database())), running.time());
  }

  @Produces
  @Singleton
  UndoJobs undoJobs() {
    return new UndoJobs(running.database());
  }

  @Produces
  @Singleton
  Ads ads() {
    return new Ads(running.database());
  }

  @Produces
  @Singleton
  Actions actions() {
    return new Actions(running.database());
  }

  @Produces
  @Singleton
  Histories histories(MeterRegistry registry) {
    return Histories.following(
        new Strikes(running.database()), running.secrets(), running.time(), registry);
  }

  @Produces
  @Singleton
  Pasts pasts(Histories histories) {
    var cases = new GroupCases(running.log(), running.groupShare(), running.time());
    var posts = new GroupPosts(running.database());
    return new Pasts(
        histories, GroupHistories.following(posts, running.secrets(), cases, running.time()));
  }

  @Produces
  @Singleton
  Rulings rulings(CurrentHelp help, Standing standing, Pasts pasts) {
    return new Rulings(deeds(), help, running.secrets(), standing, pasts);
  }

  @Produces
  @Singleton
  SampleStore samples() {
    return new SampleStore(running.database());
  }

  @Produces
  @Singleton
  Judge judge(Standing standing, Pasts pasts, Restraints restraints) {
    return new Judge(standing, pasts, restraints);
  }

  @Produces
  @Singleton
  Decisions decisions(CurrentHelp help, Judge judge, Volumes volumes) {
    return new Decisions(
        running.rules(), help, running.log(), running.secrets(), judge, volumes, running.sampler());
  }

  @Produces
  @Singleton
  Endpoints endpoints() {
    return running.outgoing().endpoints();
  }

  @Produces
  @Singleton
  AttemptLog attempts() {
    return new AttemptLog(running.database());
  }

  @Produces
  @Singleton
  DeadLetters letters() {
    return new DeadLetters(running.database(), running.time());
  }

  @Produces
  @Singleton
  Webhooks webhooks(Vertx vertx, MeterRegistry registry) {
    var outgoing = running.outgoing();
    return Webhooks.of(
        new Webhooks.Parts(
            running.database(),
            outgoing.endpoints(),
            running.secrets().logKey(),
            outgoing.allowsPrivate(),
            new Progress(),
            registry,
            running.time()),
        vertx);
  }

  void begin(@Observes StartupEvent event, Webhooks webhooks) {
    webhooks.start();
  }

  /** Comes after the requests in flight have been answered. */
  void stop(@Observes ShutdownEvent event, Webhooks webhooks, MeasuredHelp measured) {
    measured.close();
    webhooks.close();
    running.close();
  }
}
