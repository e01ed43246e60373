package org.breakwater.engine.decision;

/** The sentences a decision can give as its reason; {@code %s} is the title of the rule. */
enum Sentence {
  NO_RULE(
      "This stays up: none of our rules applies to it.",
      "Esto sigue visible: ninguna de nuestras normas le concierne."),
  ALLOWED(
      "This stays up: our policy allows it (“%s”).",
      "Esto sigue visible: nuestra política lo permite («%s»)."),
  PROTECTED(
      "This stays up: our policy protects it (“%s”).",
      "Esto sigue visible: nuestra política lo protege («%s»)."),
  HELPED(
      "This stays up, and only its author is shown where to find help (“%s”).",
      "Esto sigue visible, y solo a quien lo escribió se le muestra dónde encontrar ayuda («%s»)."),
  REVIEWED(
      "This stays up for now and a person will look at it, because it may fall under “%s”.",
      "Esto sigue visible por ahora y una persona lo revisará, porque puede corresponder a «%s»."),
  REVIEWED_HIDDEN(
      "This is hidden for now and a person will look at it, because it may fall under “%s”.",
      "Esto está oculto por ahora y una persona lo revisará, porque puede corresponder a «%s»."),
  UNCLEAR(
      "This stays up for now and a person will look at it, because we do not know enough to say.",
      "Esto sigue visible por ahora y una persona lo revisará, porque no sabemos lo suficiente."),
  REMOVED(
      "This is hidden because it appears to fall under “%s”; a person can be asked to look again.",
      "Esto está oculto porque parece corresponder a «%s»; se puede pedir que una persona lo"
          + " revise de nuevo."),
  ESCALATED(
      "Someone may need help now, so a person will look at this at once (“%s”).",
      "Alguien puede necesitar ayuda ahora, así que una persona revisará esto de inmediato"
          + " («%s»)."),
  AD_NO_RULE(
      "This ad may run: none of our rules applies to it.",
      "Este anuncio puede publicarse: ninguna de nuestras normas le concierne."),
  AD_ALLOWED(
      "This ad may run: our policy allows it (“%s”).",
      "Este anuncio puede publicarse: nuestra política lo permite («%s»)."),
  AD_HELPED(
      "This ad may run, and only its advertiser is shown where to find help (“%s”).",
      "Este anuncio puede publicarse, y solo a quien lo pone se le muestra dónde encontrar ayuda"
          + " («%s»)."),
  AD_REVIEWED(
      "This ad waits and a person will look at it, because it may fall under “%s”.",
      "Este anuncio queda en espera y una persona lo revisará, porque puede corresponder a «%s»."),
  AD_UNCLEAR(
      "This ad waits and a person will look at it, because we do not know enough to say.",
      "Este anuncio queda en espera y una persona lo revisará, porque no sabemos lo suficiente."),
  AD_REFUSED(
      "This ad is not accepted because it appears to fall under “%s”; a person can be asked to"
          + " look again.",
      "Este anuncio no se acepta porque parece corresponder a «%s»; se puede pedir que una persona"
          + " lo revise de nuevo."),
  SEARCH_NO_RULE(
      "This search shows all its results: none of our rules applies to it.",
      "Esta búsqueda muestra todos sus resultados: ninguna de nuestras normas le concierne."),
  SEARCH_ALLOWED(
      "This search shows all its results: our policy allows it (“%s”).",
      "Esta búsqueda muestra todos sus resultados: nuestra política la permite («%s»)."),
  SEARCH_HELPED(
      "Above the results of this search we show where to find help (“%s”).",
      "Sobre los resultados de esta búsqueda mostramos dónde encontrar ayuda («%s»)."),
  SEARCH_UNCLEAR(
      "Above the results of this search we show where to find help.",
      "Sobre los resultados de esta búsqueda mostramos dónde encontrar ayuda."),
  SEARCH_LIMITED(
      "Some results of this search are left out, and above the others we show where to find help"
          + " (“%s”).",
      "Algunos resultados de esta búsqueda no aparecen, y sobre los demás mostramos dónde"
          + " encontrar ayuda («%s»)."),
  MESSAGE_UNJUDGED(
      "This is a private message that nobody in it has reported, so we did not look at it.",
      "Es un mensaje privado que nadie en él ha denunciado, así que no lo hemos revisado.");

  private final String english;
  private final String spanish;

  Sentence(String english, String spanish) {
    this.english = english;
    this.spanish = spanish;
  }

  String english(String title) {
    return english.replace("%s", title);
  }

  String spanish(String title) {
    return spanish.replace("%s", title);
  }
}
