package org.breakwater.engine.signal;

import java.util.Set;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.TokenKind;

/**
 * The words that, next to digits or a name, say what these are. Each is common enough elsewhere to
 * mean nothing alone.
 */
final class ContactWords {
  private static final Set<String> APPS =
      Words.of(
          "whatsapp whatsap watsapp watsap whatsup wasap wasapp guasap guatsap whats"
              + " wsp wpp wapp ws wa telegram telegran telegrama tg viber signal imo"
              + " messenger line wechat botim zangi");

  private static final Set<String> NETWORKS =
      Words.of(
          "ig insta instagram snap snapchat sc tiktok tik tt telegram tg fb facebook"
              + " kik wickr threema discord messenger viber signal whatsapp imo");

  private static final Set<String> CALLS =
      Words.of(
          "call calls calling text txt sms phone tel telf tlf telefono telephone cel"
              + " celular cell cellphone movil mobile numero number num nro contact contacto"
              + " contactame llama llamar llamame llamen llamanos llame marca marcar marcame"
              + " marque marquen mensaje mensajes message msg dm ring dial reach escribe"
              + " escribeme escriban escribenos escribir escribime manda mandame info"
              + " informes informacion hmu phone/whatsapp contacts contactos interesados");

  private static final Set<String> HELP =
      Words.of(
          "hotline helpline lifeline linea denuncia denuncias denuncie denunciar"
              + " denuncialo denuncien report reports emergency emergencies emergencia"
              + " emergencias 911 112 999 tip tips tipline reporta reporte reportar"
              + " reportelo auxilio police policia consulate consulado embassy embajada"
              + " rescue rescate crisis");

  private static final Set<String> IDENTIFIERS =
      Words.of(
          "id case caso folio expediente order orden pedido ref reference referencia"
              + " invoice factura tracking rastreo cuenta account receipt recibo isbn serial"
              + " serie lat lon clabe ticket boleto card tarjeta passport pasaporte dni"
              + " cedula curp ein nif registro");

  private static final Set<String> ADDS =
      Words.of(
          "add find follow sigueme siganme sigue siguenos sigan buscame busca"
              + " busquenme buscanos agregame agrega agreguenme contact contacto contactame"
              + " dm message write escribe escribeme escriban escribenos username handle"
              + " inbox hmu text txt reach usuario");

  private static final Set<String> EMOJI = Words.of("📲 📞 ☎ 📱 💬 📩 📨 ✉ 📧 🤙 👉");

  private ContactWords() {}

  /** A messaging app beside a range, as a word or a phrase of the lexicon. */
  static boolean namesApp(FoldedText text, PhraseHits hits, int first, int last) {
    return namesApp(text, first, last) || near(hits, "contact.app", first, last);
  }

  /** A messaging app within six tokens before the range or three after it. */
  static boolean namesApp(FoldedText text, int first, int last) {
    return near(text, first, last, 6, 3, APPS);
  }

  static boolean isNetwork(String word) {
    return NETWORKS.contains(word);
  }

  static boolean namesNetwork(FoldedText text, int first, int last) {
    return near(text, first, last, 4, 3, NETWORKS);
  }

  /** Words of adding, finding and following within four tokens before. */
  static boolean asksToAdd(FoldedText text, int first) {
    return near(text, first, first, 4, 0, ADDS);
  }

  /** Whether words, emoji or phrases next to the range speak of calling or writing. */
  static boolean asksToCall(FoldedText text, PhraseHits hits, int first, int last) {
    return near(text, first, last, 5, 2, CALLS)
        || namesApp(text, hits, first, last)
        || pointsAt(text, first, last)
        || namesHelp(text, hits, first, last)
        || near(hits, "contact.handoff", first, last);
  }

  /** An emoji of phone or post within three tokens. */
  static boolean pointsAt(FoldedText text, int first, int last) {
    return near(text, first, last, 3, 3, EMOJI);
  }

  /** A help, emergency or report line within six tokens before the range or four after it. */
  static boolean namesHelp(FoldedText text, PhraseHits hits, int first, int last) {
    return near(text, first, last, 6, 4, HELP) || near(hits, "contact.helpline", first, last);
  }

  /** An order, a case, an account: what stands there identifies a thing. */
  static boolean namesIdentifier(FoldedText text, int first) {
    if (first > 0 && text.kind(first - 1) == TokenKind.SIGN && text.word(first - 1).equals("#")) {
      return true;
    }
    return near(text, first, first, 4, 0, IDENTIFIERS);
  }

  private static boolean near(
      FoldedText text, int first, int last, int before, int after, Set<String> words) {
    for (int token = first - 1; token >= Math.max(0, first - before); token--) {
      if (words.contains(text.word(token))) return true;
      if (text.before(token) == Break.LINE && first - token > 2) break;
    }
    int end = Math.min(text.size() - 1, last + after);
    for (int token = last + 1; token <= end; token++) {
      if (text.before(token).compareTo(Break.SENTENCE) >= 0) break;
      if (words.contains(text.word(token))) return true;
    }
    return false;
  }

  /** A phrase of the lexicon within eight tokens. */
  private static boolean near(PhraseHits hits, String concept, int first, int last) {
    return Neighbours.anyWithin(hits.of(concept), first - 8, last + 8);
  }
}
