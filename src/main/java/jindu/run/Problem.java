package jindu.run;

import jindu.core.Messages;

/**
 * What is wrong or odd with a return, and what to do.
 *
 * @param code of the check
 * @param zh in Chinese, with the offending text or figures
 * @param en in English
 */
public record Problem(String code, String zh, String en) {

  /** In the language of the messages. */
  public String text(Messages messages) {
    return messages.isChinese() ? zh : en;
  }
}
