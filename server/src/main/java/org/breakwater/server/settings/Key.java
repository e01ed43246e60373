package org.breakwater.server.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What is known of one key besides its name and type. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Key {
  /** One sentence or two, for the annotated file and the help. */
  String about();

  /** The value where nothing is stated. */
  String standard() default "";

  /** Least number. */
  int min() default 0;

  /** Greatest number. */
  int max() default Integer.MAX_VALUE;

  /** Whether 0 is taken too, though it is less than the least. */
  boolean orZero() default false;

  /** What a text has to look like; empty always does. */
  Form form() default Form.TEXT;

  /** The flag of {@code bw serve}; empty for none. */
  String flag() default "";

  /** What help calls the flag's value. */
  String label() default "";

  /** A variable besides the one that follows from the names; empty for none. */
  String variable() default "";
}
