package org.breakwater.casework.notice;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;

/** A language in which notices are written. */
public enum Language {
  EN("en", "en"),
  ES("es", "es"),
  FR("fr", "fr"),
  PT("pt", "pt"),
  /** With the digits that stand in links and telephone numbers. */
  AR("ar", "ar-u-nu-latn");

  private final String code;
  private final ULocale locale;

  Language(String code, String locale) {
    this.code = code;
    this.locale = ULocale.forLanguageTag(locale);
  }

  /** The primary subtag. */
  public String code() {
    return code;
  }

  ULocale locale() {
    return locale;
  }

  /** The direction of its script, as HTML calls it. */
  public String direction() {
    return locale.isRightToLeft() ? "rtl" : "ltr";
  }

  /** Whether there are notices in the language of that BCP 47 tag. */
  public static boolean isKnown(String tag) {
    return Arrays.stream(values()).anyMatch(language -> language.code.equals(primary(tag)));
  }

  /** The language of a BCP 47 tag by its primary subtag, else English. */
  public static Language of(String tag) {
    return Arrays.stream(values())
        .filter(language -> language.code.equals(primary(tag)))
        .findFirst()
        .orElse(EN);
  }

  private static String primary(String tag) {
    return tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }

  String date(LocalDate day) {
    DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }
}
