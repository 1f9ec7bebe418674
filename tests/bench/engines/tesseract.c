/* Keeps Tesseract loaded: reads a file name a line, answers with the number of bytes and then the result as TSV. */
#include <leptonica/allheaders.h>
#include <stdio.h>
#include <string.h>
#include <tesseract/capi.h>

static void answer(TessBaseAPI *reader, const char *name) {
  PIX *picture = pixRead(name);
  if (!picture) {
    printf("0\n");
    return;
  }
  TessBaseAPISetImage2(reader, picture);
  TessBaseAPIRecognize(reader, NULL);
  char *table = TessBaseAPIGetTsvText(reader, 0);
  printf("%zu\n", strlen(table));
  fwrite(table, 1, strlen(table), stdout);
  TessDeleteText(table);
  TessBaseAPIClear(reader);
  pixDestroy(&picture);
}

int main(int count, char **arguments) {
  char name[4096];
  TessBaseAPI *reader = TessBaseAPICreate();
  const char *languages = count > 1 ? arguments[1] : "chi_sim+eng";
  if (TessBaseAPIInit2(reader, NULL, languages, OEM_LSTM_ONLY)) return 1;
  TessBaseAPISetPageSegMode(reader, PSM_AUTO);
  while (fgets(name, sizeof name, stdin)) {
    name[strcspn(name, "\n")] = 0;
    answer(reader, name);
    fflush(stdout);
  }
  TessBaseAPIDelete(reader);
  return 0;
}
