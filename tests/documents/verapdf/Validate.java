import java.io.File;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks each file named against PDF/UA-1; a line each: the verdict, how many checks ran, the rules broken. */
public final class Validate {
    public static void main(String[] paths) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String path : paths) {
            System.out.println(verdict(new File(path)));
        }
    }

    private static String verdict(File file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            String word = result.isCompliant() ? "pass" : "fail";
            return word + "\t" + result.getTotalAssertions() + "\t" + String.join(" ", broken(result));
        }
    }

    private static TreeSet<String> broken(ValidationResult result) {
        TreeSet<String> rules = new TreeSet<>();
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) {
                rules.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber());
            }
        }
        return rules;
    }
}
