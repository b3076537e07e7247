import {
  Contact,
  FileText,
  Image,
  type LucideIcon,
  type LucideProps,
  MapPin,
  Mic,
  ShieldQuestion,
  Sticker,
  Video,
} from 'lucide-react';

const ICONS: Record<string, LucideIcon> = {
  image: Image,
  audio: Mic,
  video: Video,
  document: FileText,
  sticker: Sticker,
  location: MapPin,
  contact: Contact,
};

/** What a message carries besides words, or a file is sent as. */
export function MediaIcon({ kind, ...rest }: { kind: string } & LucideProps) {
  const Icon = ICONS[kind] ?? ShieldQuestion;
  return <Icon aria-hidden {...rest} />;
}
