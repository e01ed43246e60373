package org.breakwater.engine.policy.text;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What each signal says of the author, in one language: the part of a sentence that follows "the
 * author". Of a number or a text the phrase ends before the value; {@code signal=value} names a
 * value, {@code @word} a word of grammar.
 */
record Phrasebook(Map<String, String> phrases) {
  private static final String TABLE =
      """
      speaker.provides | offers to move people | ofrece mover personas
      speaker.seeks | looks for somebody who moves people | busca a quien mueva personas
      speaker.informs | shares facts or advice without a service | comparte datos o consejos sin servicio alguno
      speaker.tells | tells of an own past journey | cuenta un viaje propio ya hecho
      speaker.in_danger | is in danger now, or someone close is | está en peligro ahora, o alguien cercano lo está
      frame.fiction | tells a story, a film or a game | cuenta una ficción, una película o un juego
      frame.warning | warns of it | advierte de ello
      frame.condemnation | condemns it | lo condena
      frame.reporting | reports it as news or hearsay | lo cuenta como noticia o de oídas
      frame.law | talks about law, policy or research | habla de leyes, política o estudios
      frame.negation | denies it | lo niega
      frame.hypothetical | only imagines it | solo lo imagina
      frame.quotation | quotes somebody else | cita a otra persona
      frame.question | asks it | lo pregunta
      frame.governs | only reports, quotes, denies, warns of or imagines the offer | solo cuenta, cita, niega, imagina o desaconseja la oferta
      contact.phone | gives a telephone number | da un número de teléfono
      contact.email | gives an e-mail address | da un correo electrónico
      contact.url | gives a web address | da una dirección web
      contact.handle | gives a user name | da un nombre de usuario
      contact.app | names a messaging app | nombra una aplicación de mensajes
      contact.handoff | invites to go on in private | invita a seguir en privado
      contact.obfuscated | disguises the digits of a number | disfraza las cifras de un número
      contact.helpline | names a help or report line | nombra una línea de ayuda o denuncia
      contact.imposter | gives a number like a help line's | da un número parecido al de una línea de ayuda
      price.present | names a price | nombra un precio
      price.amount | names an amount of | nombra una cantidad de
      price.currency | names an amount in | nombra una cantidad en
      price.per_head | names a price for each person | nombra un precio por persona
      price.deferred | lets pay on arrival, later or in parts | deja pagar al llegar, después o por partes
      price.free_child | takes children for less or for nothing | lleva a niños por menos o gratis
      place.present | names a place | nombra un lugar
      place.border | names a border town or crossing | nombra una ciudad o un paso de frontera
      place.pair | names a way from one place to another | nombra un trayecto entre dos lugares
      place.destination | names the goal of a journey | nombra el destino de un viaje
      schedule.present | names a day of departure | nombra un día de salida
      urgency.present | says that places are few or time is short | dice que quedan pocos lugares o poco tiempo
      guarantee.present | promises safety or success | promete seguridad o éxito
      testimonial.success | says that others arrived well | dice que otros llegaron bien
      crossing.service | describes moving people to another country as a service | describe el traslado de personas a otro país como servicio
      crossing.journey | sells a journey or package | vende un viaje o paquete
      crossing.irregular | says that papers or checks are avoided | dice que se evitan papeles o controles
      crossing.smuggler | names a smuggler | nombra a un coyote o pasador
      crossing.transport | names a vehicle or way to carry people | nombra un vehículo o modo de llevar personas
      crossing.topic | writes about borders or migrants | habla de fronteras o migrantes
      job.offer | offers work | ofrece trabajo
      job.lure | lures with pay and everything paid | atrae con sueldo alto y todo pagado
      job.driver | wants drivers for people or an unnamed load | busca choferes para personas o una carga sin nombre
      facilitation.service | offers a house, payment or logistics to those who move people | ofrece casas, pagos o logística a quienes mueven personas
      document.offer | makes or sells papers | hace o vende documentos
      document.false | says that papers are false or bought | dice que los documentos son falsos o comprados
      patrol.direction | tells where patrols are and when to move | indica dónde hay patrullas y cuándo moverse
      patrol.topic | mentions patrols or checkpoints | menciona patrullas o retenes
      drugs.goods | names an illegal drug as goods | nombra una droga ilegal como mercancía
      drugs.offer | offers drugs | ofrece drogas
      drugs.seek | asks for drugs | pide drogas
      exploitation.control | describes papers held, locked doors or debt | describe papeles retenidos, encierro o deudas
      exploitation.transfer | offers, sells or passes on a person | ofrece, vende o entrega a una persona
      exploitation.sexual | recruits or sells adults for sex | capta o vende a adultos para sexo
      exploitation.labour | supplies people for forced or bonded work | provee personas para trabajo forzado o por deudas
      exploitation.servitude | holds or passes on domestic workers | retiene o entrega a trabajadoras del hogar
      exploitation.marriage | sells or forces a bride | vende u obliga a una novia
      exploitation.child_sale | hands over or takes a child for money | entrega o toma a un niño por dinero
      exploitation.organ | buys or sells an organ | compra o vende un órgano
      exploitation.forced_crime | describes crimes that people are made to commit | describe delitos que otros son obligados a cometer
      exploitation.child_soldier | recruits minors to fight | recluta a menores para combatir
      exploitation.orphanage | gathers children for visitors' money | reúne a niños por el dinero de visitantes
      exploitation.topic | writes about exploitation | habla de explotación
      minor.present | speaks of a minor | habla de un menor
      threat.harm | threatens to hurt someone | amenaza con hacer daño a alguien
      ransom.demand | demands a ransom | exige un rescate
      ransom.received | is told to pay for somebody's release | recibe la exigencia de pagar por liberar a alguien
      danger.captive | tells of someone held captive | cuenta que alguien está retenido
      danger.stranded | tells of someone lost, stuck or sinking | cuenta que alguien está perdido, atrapado o se hunde
      danger.missing | misses someone on the way | no sabe de alguien que va en camino
      asylum.topic | writes about asylum or protection | habla de asilo o protección
      safety.advice | advises on staying safe | aconseja cómo estar a salvo
      info.request | asks how, where or what the law says | pregunta cómo, dónde o qué dice la ley
      survivor.account | tells of having been held or exploited | cuenta que sufrió encierro o explotación
      counter.topic | writes against trafficking | se pronuncia contra la trata
      topic.lookalike | writes about something that shares the words | habla de otra cosa con las mismas palabras
      lawful.cue | names a visa, a licence or an employer | nombra una visa, una licencia o un empleador
      reply.joins | answers by asking in | responde pidiendo sumarse
      context.offers | answers or shares an offer | responde o comparte una oferta
      offer.explicit | names service, benefit and way to reach in own words | nombra servicio, beneficio y contacto con palabras propias
      text.altered | disguises letters or words | disfraza letras o palabras
      surface | writes in | publica en
      lang | writes in | usa el idioma
      author.kind | is | es
      author.verified | is verified by the platform | tiene verificación de la plataforma
      author.age | has an account with an age in days of | tiene una cuenta con una edad en días de
      author.strikes | has strikes in the number of | tiene faltas en número de
      author.prior_confirmed | has confirmed violations in the number of | tiene infracciones confirmadas en número de
      author.days_since_strike | got the newest strike before a number of days of | recibió la última falta hace un número de días de
      group.confirmed | stands in a group with confirmed violations in the number of | está en un grupo con infracciones confirmadas en número de
      group.violating_share | stands in a group of whose posts surely break the rules a percentage of | está en un grupo cuyas publicaciones infringen las reglas con seguridad en un porcentaje de
      message.scope | writes a private message that may be judged | envía un mensaje privado que puede juzgarse
      intent.provides | offers to move people with a probability of | ofrece mover personas con una probabilidad de
      intent.seeks | looks for somebody who moves people with a probability of | busca a quien mueva personas con una probabilidad de
      intent.informs | shares facts or advice with a probability of | comparte datos o consejos con una probabilidad de
      intent.tells | tells of an own journey with a probability of | cuenta un viaje propio con una probabilidad de
      score.offer | moves people or sells what it takes with a likelihood of | mueve personas o vende lo que hace falta con una probabilidad de
      score.exploitation | exploits people with a likelihood of | explota a personas con una probabilidad de
      score.extortion | extorts with a likelihood of | extorsiona con una probabilidad de
      score.danger | is in danger with a likelihood of | está en peligro con una probabilidad de
      score.ask | looks for a smuggler with a likelihood of | busca a quien pase personas con una probabilidad de
      score.counter | warns, reports or teaches with a likelihood of | advierte, informa o enseña con una probabilidad de
      score.safety | is about law, asylum or safety with a likelihood of | trata de leyes, asilo o seguridad con una probabilidad de
      score.story | tells of a journey with a likelihood of | cuenta un viaje con una probabilidad de
      score.ordinary | is about ordinary life with a likelihood of | trata de la vida diaria con una probabilidad de
      share.harm | does or suffers harm with a likelihood of | hace o sufre un daño con una probabilidad de
      share.none | does nothing of all this with a likelihood of | no hace nada de esto con una probabilidad de
      context.harm | answers what does or suffers harm with a likelihood of | responde a lo que hace o sufre un daño con una probabilidad de
      context.ask | answers who looks for a smuggler with a likelihood of | responde a quien busca quien lo pase con una probabilidad de
      surface=post | a post | una publicación
      surface=comment | a comment | un comentario
      surface=message | a private message | un mensaje privado
      surface=group | the name of a group | el nombre de un grupo
      surface=page | the name of a page | el nombre de una página
      surface=profile | the name of a profile | el nombre de un perfil
      surface=ad | an ad | un anuncio
      surface=job | a job post | una oferta de empleo
      surface=search | a search | una búsqueda
      surface=live | a live broadcast | una transmisión en vivo
      surface=link | a link | un enlace
      surface=event | an event | un evento
      author.kind=person | a person | una persona
      author.kind=agency | a public authority | una autoridad pública
      author.kind=ngo | a non-governmental organisation | una organización no gubernamental
      author.kind=newsroom | a newsroom | un medio de noticias
      author.kind=academic | a researcher | alguien que investiga
      author.kind=business | a business | una empresa
      lang=und | an unclear language | desconocido
      lang=en | English | inglés
      lang=es | Spanish | español
      @less | less than | menos de
      @at_most | at most | como máximo
      @more | more than | más de
      @at_least | at least | al menos
      @equal | exactly | exactamente
      @subject | the author | quien escribe
      @and | and | y
      @or | or | o
      @either | either | o bien
      @any | does any of this: | hace algo de esto:
      @unless | unless | salvo si
      @not | does not do this: | no hace esto:
      @always | always | siempre
      @never | never | nunca
      @verbs | names gives | nombra da
      """;

  static final Phrasebook ENGLISH = new Phrasebook(column(1));
  static final Phrasebook SPANISH = new Phrasebook(column(2));

  Phrasebook {
    phrases = Map.copyOf(phrases);
  }

  private static Map<String, String> column(int column) {
    Splitter cells = Splitter.on(" | ");
    return TABLE
        .lines()
        .map(cells::splitToList)
        .collect(Collectors.toMap(List::getFirst, row -> row.get(column)));
  }

  /** The phrase for a signal; empty when there is none. */
  Optional<String> find(String key) {
    return Optional.ofNullable(phrases.get(key));
  }

  /** The phrase for a signal or word; its key where there is none. */
  String of(String key) {
    return phrases.getOrDefault(key, key);
  }

  /** The words for the value of a text signal; the value itself where there are none. */
  String value(String signal, String value) {
    return phrases.getOrDefault(signal + "=" + value, value);
  }

  /** A joining word before another: Spanish says {@code u ofrece} and {@code e invita}. */
  String joining(String key, String next) {
    return switch (of(key)) {
      case "o" -> SOUNDS_O.matcher(next).lookingAt() ? "u" : "o";
      case "y" -> SOUNDS_I.matcher(next).lookingAt() ? "e" : "y";
      default -> of(key);
    };
  }

  private static final Pattern SOUNDS_O = Pattern.compile("h?[oó]");
  private static final Pattern SOUNDS_I = Pattern.compile("h?[ií](?!e)");

  /** Verbs that need not be said again: names a price, names a place. */
  List<String> verbs() {
    return Splitter.on(' ').splitToList(of("@verbs"));
  }
}
