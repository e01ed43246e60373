package org.breakwater.adapter.bridge;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What a post says, read from the page both platforms make of it.
 *
 * @param text its author's own words, a line for each paragraph
 * @param quoted what it quotes or previews of others
 * @param links the addresses it leads to, mentions and tags left out
 */
public record Html(String text, String quoted, List<String> links) {
  /** Nothing. */
  public static final Html EMPTY = new Html("", "", List.of());

  /** Of Discourse: quotes and previews of links; of both: block quotes, and Mastodon's "RE:". */
  private static final String QUOTES = "aside.quote, aside.onebox, blockquote, .quote-inline";

  private static final String LINKS = "a[href^=http]:not(.mention, .hashtag, .lightbox)";
  private static final String BLOCKS = "p, div, li, pre, tr, h1, h2, h3, h4, h5, h6";

  public Html {
    links = List.copyOf(links);
  }

  /** Reads a fragment. */
  public static Html of(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    body.select("img.emoji").forEach(each -> each.replaceWith(new TextNode(each.attr("alt"))));
    List<String> quoted = new ArrayList<>();
    for (Element quote : body.select(QUOTES)) {
      if (quote.parents().is(QUOTES)) continue;
      quote.select(".title").remove();
      quoted.add(lines(quote));
      quote.remove();
    }
    List<String> links =
        body.select(LINKS).stream().map(each -> each.attr("href")).distinct().toList();
    return new Html(lines(body), String.join("\n", quoted).strip(), links);
  }

  /** The same words with more below them. */
  public Html and(List<String> further) {
    return new Html(String.join("\n", text, String.join("\n", further)).strip(), quoted, links);
  }

  /** Whether nothing is said. */
  public boolean isBlank() {
    return text.isBlank() && quoted.isBlank() && links.isEmpty();
  }

  private static String lines(Element element) {
    element.select("br").forEach(each -> each.after(new TextNode("\n")));
    element.select(BLOCKS).forEach(each -> each.appendChild(new TextNode("\n")));
    return element.wholeText().replaceAll("[ \\t]*\\n\\s*", "\n").strip();
  }
}
