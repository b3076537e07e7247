import { strings } from '../strings';

export function TypingBubble({ name }: { name: string }) {
  return (
    <li className="flex">
      <span className="flex h-9 items-center gap-1 rounded-xl rounded-tl-sm bg-bubble-other px-3 [.light_&]:border [.light_&]:border-divider">
        <span className="sr-only">{strings.chat.isTyping(name)}</span>
        {[0, 150, 300].map((delay) => (
          <i
            key={delay}
            aria-hidden
            className="typing-dot size-[7px] rounded-full bg-text-2"
            style={{ animationDelay: `${delay}ms` }}
          />
        ))}
      </span>
    </li>
  );
}
