package org.breakwater.measure.mutators;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/** One disguise. A text it finds nothing to do with is left as it is. */
public enum Mutator {
  /** A few words with their letters apart: {@code s a f e}. */
  SPACING {
    @Override
    String disguise(String text, RandomGenerator random) {
      return Words.some(text, random, 3, word -> word.length() < 4 ? word : spaced(word, " "));
    }
  },
  /** Digits and signs for letters: {@code gu4rant33d}. */
  LEET {
    @Override
    String disguise(String text, RandomGenerator random) {
      return Words.some(text, random, 2, word -> replaced(word, LEET_SIGNS));
    }
  },
  /** Letters of other scripts that look alike, in some words. */
  HOMOGLYPH {
    @Override
    String disguise(String text, RandomGenerator random) {
      return Words.some(text, random, 2, word -> replaced(word, LOOK_ALIKES));
    }
  },
  /** Characters that are not seen, within words. */
  ZERO_WIDTH {
    @Override
    String disguise(String text, RandomGenerator random) {
      return Words.some(text, random, 2, word -> spaced(word, "\u200B"));
    }
  },
  /** Marks of writing direction around and within words. */
  BIDI {
    @Override
    String disguise(String text, RandomGenerator random) {
      return Words.some(
          text, random, 2, word -> "\u202D" + spaced(word, "\u2066\u2069") + "\u202C");
    }
  },
  /** Invisible tag characters after letters. */
  TAG_CHARACTERS {
    @Override
    String disguise(String text, RandomGenerator random) {
      return Words.some(
          text, random, 2, word -> spaced(word, new String(Character.toChars(0xE0061))));
    }
  },
  /** Keycap emoji for digits. */
  EMOJI_DIGITS {
    @Override
    String disguise(String text, RandomGenerator random) {
      return text.replaceAll("[0-9]", "$0\uFE0F\u20E3");
    }
  },
  /** Arabic in Latin letters and digits, as in chats. */
  ARABIZI {
    @Override
    String disguise(String text, RandomGenerator random) {
      return replaced(text, CHAT_ALPHABET);
    }
  },
  /** Some words in the letters of another script: Latin in Cyrillic, others in Latin. */
  TRANSLITERATION {
    @Override
    String disguise(String text, RandomGenerator random) {
      return Words.some(text, random, 4, word -> transliterated(word));
    }
  },
  /** A letter swapped, dropped or doubled in some longer words. */
  MISSPELLING {
    @Override
    String disguise(String text, RandomGenerator random) {
      return Words.some(text, random, 3, word -> misspelt(word, random));
    }
  },
  /** Letters of the mathematical and full-width alphabets. */
  SCRIPT_MIXING {
    @Override
    String disguise(String text, RandomGenerator random) {
      int[] alphabets = {0x1D41A, 0x1D4EA, 0xFF41};
      int first = alphabets[random.nextInt(alphabets.length)];
      return Words.some(text, random, 2, word -> inAlphabet(word, first));
    }
  },
  /** Digits of numbers apart. */
  PHONE_SPLIT {
    @Override
    String disguise(String text, RandomGenerator random) {
      String between = List.of(" ", ".", "-", " . ").get(random.nextInt(4));
      return text.replaceAll("(?<=[0-9])(?=[0-9])", between);
    }
  },
  /** Vowels drawn out in some words. */
  REPEATS {
    @Override
    String disguise(String text, RandomGenerator random) {
      return Words.some(text, random, 2, word -> word.replaceFirst("([aeiouáéíóú])", "$1$1$1$1"));
    }
  },
  /** Without accents. */
  MISSING_ACCENTS {
    @Override
    String disguise(String text, RandomGenerator random) {
      return NFC.normalize(NFD.normalize(text).replaceAll("\\p{Mn}+", ""));
    }
  },
  /** In capitals. */
  ALL_CAPS {
    @Override
    String disguise(String text, RandomGenerator random) {
      return text.toUpperCase(Locale.ROOT);
    }
  };

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private static final Map<Integer, String> LEET_SIGNS =
      pairs("a4", "e3", "i1", "o0", "s5", "t7", "á4", "é3", "í1", "ó0");
  private static final Map<Integer, String> LOOK_ALIKES =
      pairs("aа", "eе", "oо", "cс", "pр", "xх", "yу", "iі", "Aа", "EЕ", "OО", "CС", "PР");
  private static final Map<Integer, String> CHAT_ALPHABET =
      pairs(
          "اa", "أa", "إi", "آa", "بb", "تt", "ةa", "جj", "ح7", "دd", "رr", "زz", "سs", "ص9", "ض9'",
          "ط6", "ظ6'", "ع3", "غ3'", "فf", "ق8", "كk", "لl", "مm", "نn", "هh", "وw", "يy", "ىa",
          "ء2", "خ5", "ش4", "ثt", "ذd");

  abstract String disguise(String text, RandomGenerator random);

  /** The lower-case word used in figures. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The text disguised; empty where the disguise changes nothing.
   *
   * @param seed equal seeds give equal disguises
   */
  public Optional<String> apply(String text, long seed) {
    long mixed = seed * 31 + text.hashCode() * 17L + name().hashCode();
    String disguised = disguise(text, RANDOM.create(mixed));
    return disguised.equals(text) ? Optional.empty() : Optional.of(disguised);
  }

  private static Map<Integer, String> pairs(String... pairs) {
    return Arrays.stream(pairs)
        .collect(
            Collectors.toUnmodifiableMap(pair -> pair.codePointAt(0), pair -> pair.substring(1)));
  }

  private static String replaced(String word, Map<Integer, String> signs) {
    var text = new StringBuilder();
    word.codePoints().forEach(c -> text.append(signs.getOrDefault(c, Character.toString(c))));
    return text.toString();
  }

  private static String spaced(String word, String between) {
    return word.codePoints().mapToObj(Character::toString).collect(Collectors.joining(between));
  }

  private static String inAlphabet(String word, int first) {
    var text = new StringBuilder();
    word.codePoints()
        .forEach(c -> text.appendCodePoint('a' <= c && c <= 'z' ? first + c - 'a' : c));
    return text.toString();
  }

  private static String transliterated(String word) {
    boolean latin =
        Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;
    return Transliterator.getInstance(latin ? "Latin-Cyrillic" : "Any-Latin").transliterate(word);
  }

  private static String misspelt(String word, RandomGenerator random) {
    if (word.length() < 5 || !word.chars().allMatch(Character::isLetter)) return word;
    int at = 1 + random.nextInt(word.length() - 2);
    return switch (random.nextInt(3)) {
      case 0 ->
          word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
      case 1 -> word.substring(0, at) + word.substring(at + 1);
      default -> word.substring(0, at) + word.charAt(at) + word.substring(at);
    };
  }
}
