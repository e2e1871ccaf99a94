import { type ComponentProps, forwardRef, type Ref, useId, useImperativeHandle, useLayoutEffect, useRef } from 'react';

interface GrowingTextProps extends Omit<ComponentProps<'textarea'>, 'onChange' | 'ref'> {
  label?: string;
  hideLabel?: boolean;
  minRows?: number;
  maxRows?: number;
  onChange: (text: string) => void;
}

/** A field that is as high as what is written in it. */
export const GrowingText = forwardRef(function GrowingText(
  { label, hideLabel = false, minRows = 1, maxRows = 40, value, onChange, id, ...rest }: GrowingTextProps,
  ref: Ref<HTMLTextAreaElement>,
) {
  const own = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement, []);

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    let width = element.clientWidth;
    const fit = () => fitHeight(element, minRows, maxRows);
    fit();
    // Text wraps differently in another width or once the typeface is there
    const watcher = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      fit();
    });
    watcher.observe(element);
    void document.fonts?.ready.then(fit);
    return () => watcher.disconnect();
  }, [value, minRows, maxRows]);

  return (
    <>
      {label !== undefined && (
        <label htmlFor={id ?? own} className={hideLabel ? 'vh' : undefined}>
          {label}
        </label>
      )}
      <textarea
        ref={field}
        id={id ?? own}
        rows={minRows}
        dir="auto"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
    </>
  );
});

function fitHeight(element: HTMLTextAreaElement, minRows: number, maxRows: number): void {
  const style = getComputedStyle(element);
  const line = parseFloat(style.lineHeight) || 24;
  const edges = element.offsetHeight - element.clientHeight;
  const around = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom) + edges;
  element.style.height = 'auto';
  const wanted = Math.max(element.scrollHeight + edges, line * minRows + around);
  const most = line * maxRows + around;
  element.style.height = `${Math.min(wanted, most)}px`;
  element.style.overflowY = wanted > most ? 'auto' : 'hidden';
}
