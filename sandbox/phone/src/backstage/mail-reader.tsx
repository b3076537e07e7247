import { ArrowLeft } from 'lucide-react';
import type { Mail } from '../../../state/mail';
import { IconButton } from '../components/icon-button';
import { whenOf } from '../format/time';
import { strings } from '../strings';

const words = strings.backstage;

export function MailReader({ mail, onBack }: { mail: Mail; onBack: () => void }) {
  return (
    <article className="flex min-w-0 flex-1 flex-col">
      <header className="flex items-start gap-1 border-b border-divider p-4">
        <IconButton
          icon={ArrowLeft}
          label={strings.back}
          onClick={onBack}
          className="-mt-2 -ml-3 md:hidden"
        />
        <div className="min-w-0">
          <h2 className="text-base font-semibold">{mail.subject || words.noSubject}</h2>
          <p className="text-[13px] break-words text-text-2">
            {words.mailFrom} {mail.from} · {words.mailTo} {mail.to.join(', ')} · {whenOf(mail.at)}
          </p>
        </div>
      </header>
      {mail.html === null ? (
        <pre className="scroll-quiet min-h-0 flex-1 overflow-y-auto p-4 font-sans break-words whitespace-pre-wrap">
          {mail.text}
        </pre>
      ) : (
        <iframe
          title={words.mailBody}
          // Links may open in a tab of their own; scripts, forms and foreign pictures stay out.
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={framed(mail.html)}
          className="min-h-0 w-full flex-1 bg-white"
        />
      )}
    </article>
  );
}

function framed(html: string): string {
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
  return `<meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">${html}`;
}
