package org.breakwater.engine.signal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What names a currency next to an amount, as ISO 4217 codes. A name shared by several countries
 * stands for the one where it is most used.
 */
final class Currencies {
  private static final Map<String, String> WORDS = words();

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("$", "USD"),
          Map.entry("＄", "USD"),
          Map.entry("us$", "USD"),
          Map.entry("mx$", "MXN"),
          Map.entry("r$", "BRL"),
          Map.entry("rd$", "DOP"),
          Map.entry("ca$", "CAD"),
          Map.entry("c$", "NIO"),
          Map.entry("a$", "AUD"),
          Map.entry("au$", "AUD"),
          Map.entry("hk$", "HKD"),
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("¥", "JPY"),
          Map.entry("₹", "INR"),
          Map.entry("₺", "TRY"),
          Map.entry("₦", "NGN"),
          Map.entry("₱", "PHP"),
          Map.entry("₽", "RUB"),
          Map.entry("₡", "CRC"),
          Map.entry("₫", "VND"),
          Map.entry("₴", "UAH"),
          Map.entry("฿", "THB"),
          Map.entry("₩", "KRW"),
          Map.entry("₵", "GHS"),
          Map.entry("₲", "PYG"),
          Map.entry("₪", "ILS"),
          Map.entry("৳", "BDT"));

  /** Codes that are words too; they name a currency only in capitals. */
  private static final Set<String> ALSO_WORDS =
      Set.of(
          "try", "mad", "cup", "bob", "cop", "pen", "ron", "ves", "sar", "ars", "mn", "bs", "tl");

  private Currencies() {}

  /** The code of a currency named by a folded word; empty when it names none. */
  static String ofWord(String word) {
    return WORDS.getOrDefault(word, "");
  }

  /**
   * The code of a currency named by a word of a text.
   *
   * @param written the word as it stands in the original
   */
  static String of(String word, String written) {
    String code = ofWord(word);
    if (code.isEmpty() || !ALSO_WORDS.contains(word)) return code;
    return Character.isUpperCase(written.charAt(0)) ? code : "";
  }

  static boolean isCurrency(String word) {
    return WORDS.containsKey(word);
  }

  static boolean isSign(char c) {
    return c == '$' || (c >= 0x80 && Character.getType(c) == Character.CURRENCY_SYMBOL);
  }

  /** The code of a sign with the letters that may stand before it; empty when it is not known. */
  static String ofSign(String sign) {
    String known = SIGNS.get(sign);
    if (known != null) return known;
    return sign.length() > 1 ? ofSign(sign.substring(sign.length() - 1)) : "";
  }

  /** Whether a currency sign precedes the offset, blanks apart. */
  static boolean isSignBefore(String text, int offset) {
    int at = offset - 1;
    while (at >= 0 && text.charAt(at) == ' ') at--;
    return at >= 0 && isSign(text.charAt(at));
  }

  private static Map<String, String> words() {
    var words = new HashMap<String, String>();
    put(words, "USD", "usd usds dollar dollars dollor dolar dolares dlls dls dlrs");
    put(words, "USD", "buck bucks usdt");
    put(words, "EUR", "eur euro euros euritos pavos");
    put(words, "GBP", "gbp pound pounds quid libra libras sterling");
    put(words, "MXN", "mxn mxp mn peso pesos pesitos varos baros varitos lana morlacos");
    put(words, "HNL", "hnl lempira lempiras lps lemps");
    put(words, "GTQ", "gtq quetzal quetzales");
    put(words, "NIO", "nio cordoba cordobas");
    put(words, "CRC", "crc colones");
    put(words, "PAB", "pab balboa balboas");
    put(words, "COP", "cop lucas luca");
    put(words, "CLP", "clp");
    put(words, "ARS", "ars");
    put(words, "DOP", "dop");
    put(words, "CUP", "cup");
    put(words, "PEN", "pen soles");
    put(words, "BOB", "bob boliviano bolivianos");
    put(words, "VES", "ves bolivar bolivares bolos bs");
    put(words, "BRL", "brl reais");
    put(words, "HTG", "htg gourde gourdes gourdas");
    put(words, "CAD", "cad");
    put(words, "AED", "aed dirham dirhams dirhems");
    put(words, "MAD", "mad");
    put(words, "SAR", "sar riyal riyals riyales");
    put(words, "QAR", "qar");
    put(words, "KWD", "kwd");
    put(words, "LYD", "lyd dinar dinars dinares");
    put(words, "TND", "tnd");
    put(words, "DZD", "dzd");
    put(words, "IQD", "iqd");
    put(words, "EGP", "egp");
    put(words, "INR", "inr rupee rupees rupias rs lakh lakhs");
    put(words, "PKR", "pkr");
    put(words, "BDT", "bdt taka");
    put(words, "NPR", "npr");
    put(words, "AFN", "afn afghani afghanis");
    put(words, "IRR", "irr toman tomans rial rials");
    put(words, "TRY", "try lira liras lirasi tl");
    put(words, "NGN", "ngn naira nairas");
    put(words, "GHS", "ghs cedi cedis");
    put(words, "XOF", "xof cfa fcfa francs francos");
    put(words, "KES", "kes ksh");
    put(words, "ETB", "etb birr");
    put(words, "ALL", "lek leke leks");
    put(words, "RSD", "rsd");
    put(words, "RON", "ron lei");
    put(words, "PLN", "pln zloty zlotys");
    put(words, "CHF", "chf");
    put(words, "ZAR", "zar rand rands");
    put(words, "PHP", "php");
    put(words, "THB", "thb baht bahts");
    put(words, "MYR", "myr ringgit");
    put(words, "IDR", "idr rupiah");
    put(words, "VND", "vnd dong");
    put(words, "CNY", "cny yuan rmb");
    return Map.copyOf(words);
  }

  private static void put(Map<String, String> words, String code, String names) {
    for (String name : names.split(" ", -1)) words.put(name, code);
  }
}
