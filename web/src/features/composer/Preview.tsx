import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import styles from './Composer.module.css';

/** How Markdown will look. The server's own rendering decides in the end. */
export default function Preview({ text }: { text: string }) {
  return (
    <div className={styles.rendered} dir="auto">
      <Markdown remarkPlugins={[remarkGfm]}>{text}</Markdown>
    </div>
  );
}
