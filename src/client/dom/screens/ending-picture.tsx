import type { EndingPictureView } from '../../../core/view-model/index.ts';
import { Figure, Icon } from '../parts/art.tsx';

/** The picture of an ending, cut out of paper: figures before a coloured ground, things on sheets, a stamp. */
export function EndingPicture({ picture }: { readonly picture: EndingPictureView }) {
  const { ground, figures, props, stamp, words } = picture;
  return (
    <div class="picture" role="img" aria-label={words} data-color={ground}>
      <span class="picture__sun" />
      <span class="picture__cast" data-count={figures.length}>
        {figures.map(({ figure, mood }) => (
          <span key={figure} class="picture__figure">
            <Figure name={figure} mood={mood} />
          </span>
        ))}
      </span>
      <span class="picture__props">
        {props.map((icon) => (
          <span key={icon} class="picture__prop">
            <Icon name={icon} />
          </span>
        ))}
      </span>
      {stamp !== undefined && (
        <span class="picture__stamp">
          <Icon name={stamp} />
        </span>
      )}
    </div>
  );
}
