import { fullWhen, shortWhen } from '../lib/dates';
import { useClock } from '../lib/useClock';

/** A moment, short; the full date on hover and for machines. */
export function When({ at, className }: { at: string; className?: string | undefined }) {
  const clock = useClock();
  return (
    <time dateTime={at} title={fullWhen(at, clock)} className={className}>
      {shortWhen(at, clock)}
    </time>
  );
}
