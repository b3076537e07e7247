import { Users } from 'lucide-react';

/** Initials; a group has its sign. */
export function Avatar({ name, isGroup = false }: { name: string; isGroup?: boolean }) {
  return (
    <span
      aria-hidden
      className="grid size-10 shrink-0 place-items-center rounded-full bg-overlay text-[13px] font-semibold text-text-2"
    >
      {isGroup ? <Users className="size-[18px]" /> : initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '');
  return letters.join('').toUpperCase() || '#';
}
