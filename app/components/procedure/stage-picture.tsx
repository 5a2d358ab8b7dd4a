import { useLanguage } from "~/components/words";
import { directionOf } from "~/locales/languages";
import { holdsState, type Picture } from "./pictures";
import type { Box } from "./sketch";
import { BoxShape, Strokes, Svg } from "./svg";

/** Half the width of the small disc that carries a stage's number. */
const DISC = 9;

/** One picture of stages: where a case can be and how it moves, with the stage lit in which this case is. */
export function StagePicture({
  name,
  picture,
  numbers,
  doors,
  here,
  title,
  description,
}: {
  name: string;
  picture: Picture;
  numbers: ReadonlyMap<string, number>;
  doors: readonly string[];
  here: string | null;
  title: string;
  description: string;
}) {
  const isMirrored = directionOf(useLanguage()) === "rtl";
  const { drawing, sketch } = picture;
  const xOf = ({ x }: { x: number }) => (isMirrored ? sketch.width - x : x);
  const start = isMirrored ? 1 : -1;
  return (
    <Svg name={name} width={sketch.width} height={sketch.height} title={title} description={description}>
      <Strokes strokes={sketch.strokes} width={sketch.width} isMirrored={isMirrored} />
      {sketch.boxes.map((box) => {
        const x = xOf(box);
        const number = numbers.get(box.id);
        const isElsewhere = drawing.elsewhere.includes(box.id);
        return (
          <g key={box.id}>
            <BoxShape box={box} x={x} className={classOf(picture, box, here)} />
            {number !== undefined && !isElsewhere && (
              <Disc x={x + start * (box.width / 2 - 4)} y={box.y - box.height / 2 + 2} text={String(number)} />
            )}
            {doors.includes(box.id) && <Door x={x - start * (box.width / 2 - 13)} y={box.y + box.height / 2} />}
          </g>
        );
      })}
    </Svg>
  );
}

function classOf({ drawing }: Picture, { id }: Box, here: string | null): string {
  if (holdsState(drawing, id, here) && !drawing.elsewhere.includes(id)) return "chart-box here";
  if (drawing.elsewhere.includes(id)) return "chart-box elsewhere";
  return drawing.spine.includes(id) ? "chart-box main" : "chart-box";
}

function Disc({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    <g className="chart-disc">
      <circle cx={x} cy={y} r={DISC} />
      <text x={x} y={y + 3.6}>
        {text}
      </text>
    </g>
  );
}

/** Two small arrows: from here more ways lead into the second picture. */
export function Door({ x, y }: { x: number; y: number }) {
  return (
    <g className="chart-door">
      <circle cx={x} cy={y} r={DISC} />
      <path d={`M${x - 5} ${y - 2.5}h8m-2.5-2.5 2.5 2.5-2.5 2.5M${x + 5} ${y + 3}h-8m2.5-2.5-2.5 2.5 2.5 2.5`} />
    </g>
  );
}
