package org.breakwater.engine.policy;

import java.util.List;

/**
 * A condition over signals, three-valued (Kleene): the sealed tree into which a CEL expression is
 * compiled, from which it is evaluated, printed in words and searched for necessary atoms. Nothing
 * in it can fail, loop or match a pattern.
 */
public sealed interface Condition {
  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition part) implements Condition {}

  record Constant(boolean value) implements Condition {}

  /** One test of one signal. */
  sealed interface Atom extends Condition {
    /** Slot of the tested signal in the signal catalogue. */
    int slot();
  }

  /** The flag holds. */
  record Flag(int slot) implements Atom {}

  /** The number stands in this relation to a constant. */
  record Compare(int slot, Relation relation, double constant) implements Atom {}

  /** The text is one of these; equality is a list of one. */
  record OneOf(int slot, List<String> constants) implements Atom {
    public OneOf {
      constants = List.copyOf(constants);
    }
  }

  /** An ordering or equality of numbers. */
  enum Relation {
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    EQUAL("==");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    /** The sign in a condition's text. */
    public String sign() {
      return sign;
    }

    public boolean test(double left, double right) {
      return switch (this) {
        case LESS -> left < right;
        case AT_MOST -> left <= right;
        case MORE -> left > right;
        case AT_LEAST -> left >= right;
        case EQUAL -> left == right;
      };
    }
  }
}
