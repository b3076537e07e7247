import { Fragment } from 'react';
import { parseRichText, type RichPart } from '../lib/rich-text';

/** A message's words with WhatsApp's marks and links. */
export function RichText({ text }: { text: string }) {
  return <Parts parts={parseRichText(text)} />;
}

function Parts({ parts }: { parts: RichPart[] }) {
  return parts.map((part, index) => <Fragment key={index}>{render(part)}</Fragment>);
}

function render(part: RichPart) {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'link':
      return (
        <a
          href={part.href}
          target="_blank"
          rel="noreferrer noopener"
          className="ring-focus rounded-xs wrap-anywhere underline underline-offset-2"
        >
          {part.text}
        </a>
      );
    case 'bold':
      return (
        <strong className="font-semibold">
          <Parts parts={part.parts} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Parts parts={part.parts} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Parts parts={part.parts} />
        </s>
      );
    case 'mono':
      return (
        <code className="font-mono text-sm">
          <Parts parts={part.parts} />
        </code>
      );
  }
}
