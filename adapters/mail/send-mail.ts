import nodemailer from 'nodemailer';
import { ErrorCode, ProviderRejectedError, ProviderUnavailableError } from '../../domain/errors';
import type { Logger } from '../../config/logger';

export interface Mail {
  to: string[];
  cc?: string[];
  subject: string;
  text: string;
  html?: string;
  /** Stable for one purpose: a mail sent twice by a retry is recognised downstream. */
  messageId: string;
}

export interface Mailer {
  /**
   * @throws ProviderUnavailableError worth another try (connection, 4xx)
   * @throws ProviderRejectedError another try is in vain (5xx, login)
   */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Without an SMTP server mails are logged as not sent, so that nobody takes silence for success. */
export function createMailer(options: { url: string | undefined; from: string; log: Logger }): Mailer {
  const { url, from, log } = options;
  if (url === undefined) {
    return {
      send(mail) {
        log.warn({ subject: mail.subject, messageId: mail.messageId }, 'mail not sent: SMTP_URL is not set');
        return Promise.resolve();
      },
      close: () => undefined,
    };
  }
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail({ from, ...mail, messageId: `<${mail.messageId}@prosa>` });
      } catch (error) {
        throw translate(error);
      }
    },
    close: () => transport.close(),
  };
}

function translate(error: unknown): Error {
  const fault = typeof error === 'object' && error !== null ? error : {};
  const responseCode = 'responseCode' in fault ? Number(fault.responseCode) : 0;
  const details = { responseCode, code: 'code' in fault ? fault.code : undefined };
  if (responseCode >= 500) {
    return new ProviderRejectedError(ErrorCode.provider_rejected, 'The mail server refused', {
      details,
      cause: error,
    });
  }
  return new ProviderUnavailableError(
    ErrorCode.provider_unavailable,
    'The mail server did not take the mail',
    {
      details,
      cause: error,
    },
  );
}
