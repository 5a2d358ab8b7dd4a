import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { MARKS, MODEL, type Planted } from "./marks";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const S =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const P =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type Parts = Record<string, string | Uint8Array>;

const relations = (...lines: [id: string, type: string, target: string, isOutside?: boolean][]) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines
    .map(
      ([id, type, target, isOutside]) =>
        `<Relationship Id="${id}" Type="${RELS}/${type}" Target="${target}"${isOutside ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`;

const types = (parts: Parts) =>
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>${Object.keys(
    parts,
  )
    .filter((name) => name.endsWith(".xml"))
    .map((name) => `<Override PartName="/${name}" ContentType="application/x-${name.replace(/\W/g, "-")}+xml"/>`)
    .join("")}</Types>`;

/** The properties that Office writes into every document. */
const PROPERTIES: Parts = {
  "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>${MARKS.author}</dc:creator><cp:lastModifiedBy>${MARKS.second}</cp:lastModifiedBy><cp:revision>17</cp:revision><dcterms:created>2026-01-02T03:04:05Z</dcterms:created></cp:coreProperties>`,
  "docProps/app.xml": `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${MARKS.software}</Application><Company>${MARKS.company}</Company><TotalTime>61</TotalTime><Template>${MARKS.path}\\plan.dotx</Template></Properties>`,
};
const CUSTOM: Parts = {
  "docProps/custom.xml": `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="${MARKS.company} id" pid="2"><vt:lpwstr xmlns:vt="x">${MARKS.serial}</vt:lpwstr></property></Properties>`,
  "customXml/item1.xml": `${HEAD}<root><owner>${MARKS.author}</owner></root>`,
  "customXml/_rels/item1.xml.rels": relations(["rId1", "customXmlProps", "itemProps1.xml"]),
};
const PROPERTY_MARKS = [MARKS.author, MARKS.second, MARKS.software, MARKS.company, MARKS.path];

const ROOT: [string, string, string][] = [
  ["rIdA", "metadata/core-properties", "docProps/core.xml"],
  ["rIdB", "extended-properties", "docProps/app.xml"],
];

const words = (body: string) =>
  `${HEAD}<w:document ${W}><w:body>${body}<w:sectPr w:rsidR="00AB12CD"><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`;
const PARAGRAPH =
  '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00EF3456" w14:paraId="1A2B3C4D"><w:r w:rsidRPr="00FF1234"><w:t>Forty crates left the depot.</w:t></w:r></w:p>';
const SETTINGS = `${HEAD}<w:settings ${W}><w:rsids><w:rsidRoot w:val="00AB12CD"/><w:rsid w:val="00EF3456"/></w:rsids><w:docVars><w:docVar w:name="who" w:val="${MARKS.author}"/></w:docVars><w:attachedTemplate r:id="rId1"/></w:settings>`;

/** Documents, tables and slides as Word, Excel and PowerPoint lay them out. `photo` is a picture with details of its own. */
export function makeOffice(folder: string, photo: string): Planted[] {
  const save = (name: string, parts: Parts, marks: readonly string[]): Planted => {
    const all: Parts = { "[Content_Types].xml": types(parts), ...parts };
    const bytes = Object.fromEntries(
      Object.entries(all).map(([path, part]) => [path, typeof part === "string" ? strToU8(part) : part]),
    );
    const path = join(folder, name);
    writeFileSync(path, zipSync(bytes, { mtime: new Date(2026, 2, 4, 5, 6, 8), comment: MARKS.comment }));
    return { path, marks: [...marks, MARKS.comment] };
  };
  const picture = readFileSync(photo);
  return [...documents(save, picture), ...tables(save), ...slides(save, picture)];
}

type Save = (name: string, parts: Parts, marks: readonly string[]) => Planted;

function documents(save: Save, photo: Uint8Array): Planted[] {
  const base = (body: string, more: Parts = {}): Parts => ({
    "_rels/.rels": relations(["rId1", "officeDocument", "word/document.xml"], ...ROOT),
    "word/document.xml": words(body),
    "word/_rels/document.xml.rels": relations(["rId9", "settings", "settings.xml"]),
    "word/settings.xml": SETTINGS,
    "word/_rels/settings.xml.rels": relations(["rId1", "attachedTemplate", `file:///${MARKS.path}\\plan.dotx`, true]),
    ...PROPERTIES,
    ...more,
  });
  const tracked = `<w:p><w:ins w:id="1" w:author="${MARKS.author}" w:date="2026-03-04T05:06:07Z"><w:r><w:t>added</w:t></w:r></w:ins><w:del w:id="2" w:author="${MARKS.second}" w:date="2026-03-04T05:06:07Z"><w:r><w:delText>taken away</w:delText></w:r></w:del></w:p>`;
  const comments = `${HEAD}<w:comments ${W}><w:comment w:id="0" w:author="${MARKS.author}" w:initials="ZP" w:date="2026-03-04T05:06:07Z"><w:p><w:r><w:t>${MARKS.author}: is this right?</w:t></w:r></w:p></w:comment></w:comments>`;
  const people = `${HEAD}<w15:people xmlns:w15="x"><w15:person w15:author="${MARKS.author}"><w15:presenceInfo w15:providerId="AD" w15:userId="S::z@${MARKS.company}"/></w15:person></w15:people>`;
  const drawing = `<w:p><w:r><w:drawing><pic:cNvPr xmlns:pic="x" id="1" name="Picture 1" descr="${MARKS.path}\\site.jpg"/></w:drawing></w:r></w:p>`;
  return [
    save("memo.docx", base(PARAGRAPH), PROPERTY_MARKS),
    save("tracked.docx", base(PARAGRAPH + tracked), PROPERTY_MARKS),
    save(
      "commented.docx",
      base(PARAGRAPH, { "word/comments.xml": comments, "word/people.xml": people }),
      PROPERTY_MARKS,
    ),
    save(
      "properties.docx",
      base(PARAGRAPH, {
        ...CUSTOM,
        "word/_rels/document.xml.rels": relations(["rId8", "customXml", "../customXml/item1.xml"]),
        "customXml/itemProps1.xml": `${HEAD}<item/>`,
        "word/printerSettings/printerSettings1.bin": strToU8(MARKS.printer),
      }),
      [...PROPERTY_MARKS, MARKS.serial, MARKS.printer],
    ),
    save(
      "with-photo.docx",
      base(PARAGRAPH + drawing, { "word/media/image1.jpg": photo, "docProps/thumbnail.jpeg": photo }),
      [...PROPERTY_MARKS, MODEL],
    ),
  ];
}

function tables(save: Save): Planted[] {
  const base = (more: Parts = {}): Parts => ({
    "_rels/.rels": relations(["rId1", "officeDocument", "xl/workbook.xml"], ...ROOT),
    "xl/workbook.xml": `${HEAD}<workbook ${S} xmlns:mc="m" xmlns:x15="f" xmlns:x15ac="e"><fileVersion appName="xl" rupBuild="24"/><fileSharing userName="${MARKS.author}"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="${MARKS.path}\\"/></mc:Choice></mc:AlternateContent><sheets><sheet name="Crates" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(["rId1", "worksheet", "worksheets/sheet1.xml"]),
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet ${S} xmlns:xr="u" xr:uid="{0}"><sheetData><row r="1"><c r="A1"><v>40</v></c></row></sheetData><pageSetup r:id="rId1"/></worksheet>`,
    ...PROPERTIES,
    ...more,
  });
  const legacy = `${HEAD}<comments ${S}><authors><author>${MARKS.author}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>${MARKS.author}:</t></r><r><t>count again</t></r></text></comment></commentList></comments>`;
  const threaded = `${HEAD}<ThreadedComments xmlns="t"><threadedComment ref="A1" dT="2026-03-04T05:06:07.00" personId="{1}" id="{2}"><text>count again</text></threadedComment></ThreadedComments>`;
  const persons = `${HEAD}<personList xmlns="t"><person displayName="${MARKS.author}" id="{1}" userId="S::z@${MARKS.company}" providerId="AD"/></personList>`;
  return [
    save("crates.xlsx", base(), PROPERTY_MARKS),
    save("commented.xlsx", base({ "xl/comments1.xml": legacy }), PROPERTY_MARKS),
    save(
      "threaded.xlsx",
      base({ "xl/threadedComments/threadedComment1.xml": threaded, "xl/persons/person.xml": persons }),
      PROPERTY_MARKS,
    ),
    save(
      "printed.xlsx",
      base({
        ...CUSTOM,
        "customXml/itemProps1.xml": `${HEAD}<item/>`,
        "xl/printerSettings/printerSettings1.bin": strToU8(MARKS.printer),
        "xl/worksheets/_rels/sheet1.xml.rels": relations([
          "rId1",
          "printerSettings",
          "../printerSettings/printerSettings1.bin",
        ]),
      }),
      [...PROPERTY_MARKS, MARKS.printer],
    ),
  ];
}

function slides(save: Save, photo: Uint8Array): Planted[] {
  const authors = `${HEAD}<p:cmAuthorLst ${P}><p:cmAuthor id="1" name="${MARKS.author}" initials="ZP" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>`;
  const base = (more: Parts = {}): Parts => ({
    "_rels/.rels": relations(["rId1", "officeDocument", "ppt/presentation.xml"], ...ROOT, [
      "rIdC",
      "metadata/thumbnail",
      "docProps/thumbnail.jpeg",
    ]),
    "ppt/presentation.xml": `${HEAD}<p:presentation ${P}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relations(
      ["rId1", "slide", "slides/slide1.xml"],
      ["rId2", "commentAuthors", "commentAuthors.xml"],
    ),
    "ppt/slides/slide1.xml": `${HEAD}<p:sld ${P}><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>Forty crates</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
    "ppt/commentAuthors.xml": authors,
    "docProps/thumbnail.jpeg": photo,
    ...PROPERTIES,
    ...more,
  });
  const comment = `${HEAD}<p:cmLst ${P}><p:cm authorId="1" dt="2026-03-04T05:06:07.000" idx="1"><p:text>ask ${MARKS.author}</p:text></p:cm></p:cmLst>`;
  return [
    save("plan.pptx", base(), [...PROPERTY_MARKS, MODEL]),
    save("commented.pptx", base({ "ppt/comments/comment1.xml": comment }), PROPERTY_MARKS),
    save(
      "changed.pptx",
      base({
        "ppt/changesInfos/changesInfo1.xml": `${HEAD}<pc:chgInfo xmlns:pc="c"><pc:chgData name="${MARKS.second}" userId="1"/></pc:chgInfo>`,
        "ppt/media/image1.jpg": photo,
      }),
      [...PROPERTY_MARKS, MODEL],
    ),
  ];
}
